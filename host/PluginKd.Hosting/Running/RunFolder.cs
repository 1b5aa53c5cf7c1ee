using System.Globalization;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>The folder of one run: resolved pipeline, record, metrics, networks, results, and while it runs its status.</summary>
internal sealed class RunFolder
{
    private const int LongestName = 60;

    private RunFolder(string path, DateTimeOffset started) => (Path, Started) = (path, started);

    public string Path { get; }

    public DateTimeOffset Started { get; }

    /// <summary>Makes a new folder, named by time and pipeline.</summary>
    public static RunFolder Create(PipelinePlan plan, RunOptions options)
    {
        var started = options.Clock.GetUtcNow();
        var name = string.Concat(plan.Name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
        var runs = System.IO.Path.Combine(options.ProjectFolder, ".kd", "runs");
        var stem = System.IO.Path.Combine(runs, $"{started.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{name[..Math.Min(name.Length, LongestName)]}");
        try
        {
            var folder = new RunFolder(Claim(runs, stem), started);
            folder.WriteJson("pipeline.json", plan.Resolved);
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"the run folder cannot be made: {error.Message}", "a folder that you may write to", runs,
                "change to another folder (runs are kept in .kd/runs of the folder where the command is typed), or make room", error);
        }
    }

    /// <summary>Moves a new folder to the first free name; a move fails where another run was faster, a creation would not.</summary>
    private static string Claim(string runs, string stem)
    {
        Directory.CreateDirectory(runs);
        var fresh = System.IO.Path.Combine(runs, $".{Guid.NewGuid():N}");
        Directory.CreateDirectory(fresh);
        for (var i = 1; ; i++)
        {
            var path = i == 1 ? stem : $"{stem}-{i}";
            try
            {
                Directory.Move(fresh, path);
                return path;
            }
            catch (IOException) when (Directory.Exists(path) || System.IO.File.Exists(path))
            {
                // Taken: the next number.
            }
        }
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Copies a file of the store.</summary>
    public void Copy(string source, string name)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(name))!);
        AtomicFile.Write(File(name), path => System.IO.File.Copy(source, path, overwrite: true));
    }

    public void WriteJson(string name, JsonNode content) => AtomicFile.Write(File(name), content.ToJsonString(JsonText.Readable) + "\n");
}
