using Microsoft.Extensions.Logging.Abstractions;

namespace PluginKd.Hosting.Tests;

/// <summary>Looks into the stores of test folders.</summary>
internal static class Stores
{
    public static string Of(TemporaryFolder folder) => Path.Combine(folder.Path, ".kd", "store");

    /// <summary>The records of all results, by folder.</summary>
    public static Dictionary<string, ArtifactRecord> Records(TemporaryFolder folder) => Directory
        .EnumerateDirectories(Path.Combine(Of(folder), "artifacts")).SelectMany(Directory.EnumerateDirectories)
        .Order(StringComparer.Ordinal).ToDictionary(at => at, ArtifactRecord.Read);

    /// <summary>Fails when a result is damaged, or a file lies where nobody will look for it.</summary>
    public static void RequireValid(TemporaryFolder folder)
    {
        using var store = ArtifactStore.Open(Of(folder), NullLogger.Instance);
        foreach (var (at, record) in Records(folder))
        {
            Assert.Null(store.Check(Path.GetFileName(at), out _));
            var there = Directory.EnumerateFiles(at, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(at, file));
            Assert.Equal(record.Files.Keys.Append(ArtifactRecord.FileName).Order(), there.Order());
        }
    }

    /// <summary>The student of a run, to the bit.</summary>
    public static byte[] Student(RunResult result) => File.ReadAllBytes(Path.Combine(result.Folder, "student.safetensors"));
}
