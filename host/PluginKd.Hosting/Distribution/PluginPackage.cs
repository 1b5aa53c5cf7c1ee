using System.IO.Compression;
using System.Text;

namespace PluginKd.Hosting;

/// <summary>Packs a plugin's folder into a package that any NuGet feed carries; the same folder gives the same bytes.</summary>
public static class PluginPackage
{
    /// <summary>The package type, by which feeds and <c>dotnet kd</c> know a plugin.</summary>
    public const string PackageType = "KdPlugin";

    /// <summary>Where in the package the folder lies.</summary>
    public const string Root = "kd/net10.0/any/";

    // The earliest time that a zip file can say.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Checks a folder and packs it.</summary>
    /// <param name="folder">A built plugin's folder, with its manifest.</param>
    /// <param name="outputFolder">Gets <c>id.version.nupkg</c>; is made when it is not there.</param>
    /// <returns>Path of the package.</returns>
    /// <exception cref="UserErrorException">The folder is no plugin, or was changed after its build.</exception>
    public static string Pack(string folder, string outputFolder)
    {
        var manifest = PluginFolder.Check(folder);
        if (!Path.GetRelativePath(folder, outputFolder).StartsWith("..", StringComparison.Ordinal)
            && !Path.IsPathRooted(Path.GetRelativePath(folder, outputFolder)))
            throw new UserErrorException("the package would lie in the plugin's folder",
                "a folder outside of it, because the package would become a part of the plugin",
                outputFolder, "name another folder: dotnet kd plugins pack FOLDER -o OTHER");
        Directory.CreateDirectory(outputFolder);
        var path = Path.Combine(outputFolder, $"{manifest.Id}.{PackageVersions.Bare(manifest.Version)}.nupkg");
        AtomicFile.Write(path, unfinished => Write(unfinished, manifest));
        return path;
    }

    private static void Write(string path, PluginManifest manifest)
    {
        var files = PluginFiles.In(manifest.Folder);
        var parts = new SortedDictionary<string, Func<byte[]>>(StringComparer.Ordinal);
        foreach (var file in files) parts[Escaped(Root + file)] = () => File.ReadAllBytes(Path.Combine(manifest.Folder, file));
        var hasReadme = files.Contains(PackageParts.Readme);
        if (hasReadme) parts[PackageParts.Readme] = () => File.ReadAllBytes(Path.Combine(manifest.Folder, PackageParts.Readme));
        var nuspec = manifest.Id + PackageParts.Nuspec;
        parts[nuspec] = () => Encoding.UTF8.GetBytes(PackageParts.Describe(manifest, hasReadme));
        parts["_rels/.rels"] = () => Encoding.UTF8.GetBytes(PackageParts.Relations(nuspec));
        var names = parts.Keys.ToList();
        parts["[Content_Types].xml"] = () => Encoding.UTF8.GetBytes(PackageParts.ContentTypes(names));
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, content) in parts)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = NoTime;
            using var stream = entry.Open();
            stream.Write(content());
        }
    }

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
