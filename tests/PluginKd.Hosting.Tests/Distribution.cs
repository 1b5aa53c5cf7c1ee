using System.IO.Compression;

namespace PluginKd.Hosting.Tests;

/// <summary>Plugins and packages for the tests of distribution.</summary>
internal static class Distribution
{
    public static string Good => Path.Combine(Places.TestPlugins, "TestPlugins.Good");

    /// <summary>Copies the good test plugin and gives it another version.</summary>
    public static string CopyOfGood(TemporaryFolder folder, string name, string version = "0.1.0")
    {
        folder.CopyOf(Good, name);
        Change(Path.Combine(folder.Path, name), "\"version\": \"0.1.0\"", $"\"version\": \"{version}\"");
        return Path.Combine(folder.Path, name);
    }

    /// <summary>Changes the manifest's text.</summary>
    public static void Change(string plugin, string right, string wrong)
    {
        var manifest = Path.Combine(plugin, PluginManifest.FileName);
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(right, wrong, StringComparison.Ordinal));
    }

    /// <summary>Makes a package by hand, as somebody with bad intentions would.</summary>
    public static string Package(TemporaryFolder folder, string type, params (string Path, string Content)[] entries)
    {
        var file = Path.Combine(folder.Path, "made.nupkg");
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        var nuspec = ("made.nuspec", $"<package><metadata><id>made</id><version>1.0.0</version>{type}</metadata></package>");
        foreach (var (path, content) in entries.Append(nuspec))
        {
            using var writer = new StreamWriter(zip.CreateEntry(path).Open());
            writer.Write(content);
        }

        return file;
    }
}
