using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace PluginKd.Hosting;

/// <summary>Unpacks a plugin's package and believes nothing that it says of itself.</summary>
/// <param name="file">A <c>.nupkg</c> file.</param>
/// <param name="shownAs">Where it came from, for messages; the file itself when null.</param>
internal sealed class PluginArchive(string file, string? shownAs = null)
{
    /// <summary>More files than any plugin has.</summary>
    public int MostFiles { get; init; } = 10_000;

    /// <summary>More bytes, unpacked, than any plugin has; counted while unpacking.</summary>
    public long MostBytes { get; init; } = 2L << 30;

    /// <summary>Unpacks the plugin's tree; the manifest last, so that its presence means that all is there.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <returns>Id and version that the package's description gives.</returns>
    /// <exception cref="UserErrorException">It is no package, no plugin's, or one that reaches out of its folder.</exception>
    public (string Id, string Version) Unpack(string folder)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            var entries = Entries(zip);
            var described = Describe(entries);
            var tree = entries.Where(e => e.Key.StartsWith(PluginPackage.Root, StringComparison.Ordinal))
                .ToDictionary(e => e.Key[PluginPackage.Root.Length..], e => e.Value);
            if (!tree.ContainsKey(PluginManifest.FileName))
                throw Refuse($"has no {PluginPackage.Root}{PluginManifest.FileName}", "a plugin for .NET 10 in that place",
                    "ask the plugin's author for a package made by `dotnet kd plugins pack`");
            var left = MostBytes;
            foreach (var (path, entry) in tree.OrderBy(e => e.Key == PluginManifest.FileName).ThenBy(e => e.Key, StringComparer.Ordinal))
                left -= Unpack(entry, Path.Combine(folder, path), left);
            return described;
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or NotSupportedException)
        {
            throw Refuse($"is damaged: {error.Message}", "a package, which is a zip file", "get the package again", error);
        }
    }

    private Dictionary<string, ZipArchiveEntry> Entries(ZipArchive zip)
    {
        if (zip.Entries.Count > MostFiles)
            throw Refuse($"has {zip.Entries.Count} entries", $"at most {MostFiles}", "ask the plugin's author for a smaller package");
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            var path = Uri.UnescapeDataString(entry.FullName);
            if (PortablePath.IsBad(path, out var problem))
                throw Refuse($"has an entry '{path}' that {problem}", "entries that stay in the package's folder", "do not use this package");
            if (!entries.TryAdd(path, entry))
                throw Refuse($"has two entries '{path}'", "names that differ in more than case", "ask the plugin's author for another package");
        }

        foreach (var path in entries.Keys)
            for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
                if (entries.ContainsKey(path[..end]))
                    throw Refuse($"has an entry '{path[..end]}' that is a file and a folder", "entries that can lie beside each other", "ask the plugin's author for another package");
        return entries;
    }

    private (string Id, string Version) Describe(Dictionary<string, ZipArchiveEntry> entries)
    {
        var nuspecs = entries.Where(e => !e.Key.Contains('/', StringComparison.Ordinal) && e.Key.EndsWith(PackageParts.Nuspec, StringComparison.OrdinalIgnoreCase)).ToList();
        var nuspec = nuspecs is [var only] ? only.Value
            : throw Refuse(nuspecs.Count == 0 ? "has no .nuspec" : "has more than one .nuspec", "a NuGet package", "name a file that `dotnet kd plugins pack` made");
        using var stream = nuspec.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = 1 << 20 });
        static XElement Only(XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name).ToList() is [var found]
            ? found : throw new XmlException($"the .nuspec must have one {name}");
        var metadata = Only(XElement.Load(reader), "metadata");
        string Text(string name) => Only(metadata, name).Value.Trim();
        var types = metadata.Descendants().Where(e => e.Name.LocalName == "packageType").Select(e => (string?)e.Attribute("name") ?? "").ToList();
        if (!types.Contains(PluginPackage.PackageType, StringComparer.OrdinalIgnoreCase))
            throw Refuse($"is no plugin: '{Text("id")}' {Text("version")} is of type {(types.Count == 0 ? "Dependency" : string.Join(", ", types))}",
                $"a package of type {PluginPackage.PackageType}",
                "name a plugin's package; a library belongs into a plugin's project (dotnet add package)");
        return (Text("id"), Text("version"));
    }

    /// <summary>Unpacks one entry and counts what really comes out, whatever the entry says of its length.</summary>
    private long Unpack(ZipArchiveEntry entry, string path, long most)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var from = entry.Open();
        using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81920];
        var count = 0L;
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            count += read;
            if (count > most) throw Refuse($"unpacks to more than {MostBytes >> 20} MiB", "a plugin of that size at most", "do not use this package");
            to.Write(buffer, 0, read);
        }

        return count;
    }

    private UserErrorException Refuse(string found, string expected, string fix, Exception? cause = null) =>
        new($"package '{Path.GetFileName(file)}' {found}", expected, shownAs ?? file, fix, cause) { Kind = UserErrorKind.Plugin };
}
