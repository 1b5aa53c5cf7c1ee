using System.Text.Json;
using System.Text.RegularExpressions;

namespace PluginKd.Hosting;

/// <summary>Checks a plugin's folder in full, before it is packed or installed; loads nothing.</summary>
public static partial class PluginFolder
{
    private static readonly HashSet<string> UnlistedKinds = new(StringComparer.OrdinalIgnoreCase) { ".pdb", ".md", ".txt", ".sig", "" };

    /// <summary>Reads the manifest and holds the folder against it.</summary>
    /// <param name="folder">Where the plugin lies.</param>
    /// <param name="shownAs">Where it came from, for messages; the folder itself when null.</param>
    /// <exception cref="UserErrorException">It is no plugin, was changed after its build, is for another contract, or brings a file that only the host may bring.</exception>
    public static PluginManifest Check(string folder, string? shownAs = null)
    {
        var manifest = Read(folder, shownAs ?? folder);
        var shown = manifest with { Folder = shownAs ?? manifest.Folder };
        CheckName(shown);
        CheckAsLoaded(manifest, shown);
        foreach (var path in PluginFiles.In(folder).Where(path => path != PluginManifest.FileName && !manifest.Files.ContainsKey(path)))
            CheckUnlisted(shown, path);
        return manifest;
    }

    /// <summary>Whether a text can be the id of a package: words of letters, digits and <c>_</c> with <c>.</c> or <c>-</c> between them.</summary>
    /// <param name="id">Such as <c>acme.softkl</c>.</param>
    public static bool IsId(string id) => id.Length <= 100 && Id().IsMatch(id);

    private static PluginManifest Read(string folder, string shownAs)
    {
        if (!Directory.Exists(folder))
            throw new UserErrorException($"there is no {(Path.GetExtension(folder) is ".cs" or ".csproj" ? "file" : "folder")} '{folder}'", "a plugin's source, or the folder that its build wrote to", folder,
                "correct the path, or build the plugin first");
        try
        {
            return PluginManifest.Read(folder);
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
        {
            var found = error is IOException
                ? $"'{shownAs}' is no plugin: it has no {PluginManifest.FileName}"
                : $"the {PluginManifest.FileName} is damaged: {error.Message}";
            throw new UserErrorException(found,
                $"a folder with the {PluginManifest.FileName} that the plugin's build wrote", shownAs,
                "build the plugin, and name the folder that its build wrote to", error)
            {
                Kind = UserErrorKind.Plugin,
            };
        }
    }

    private static void CheckName(PluginManifest manifest)
    {
        if (!IsId(manifest.Id))
            throw PluginRefusal.Of(manifest, "has an id that names no package", "letters, digits and '_' with '.' or '-' between them",
                "the id becomes a folder of the store",
                "set <PluginId> in the plugin's project and build it again");
        if (!PackageVersions.IsValid(manifest.Version))
            throw PluginRefusal.Of(manifest, "has a version that no feed knows how to order", "three numbers, such as 1.2.0 or 1.2.0-beta.1",
                "the newest one could not be told",
                "set <Version> in the plugin's project and build it again");
    }

    /// <summary>The checks before loading, said of the place that the person knows.</summary>
    private static void CheckAsLoaded(PluginManifest manifest, PluginManifest shown)
    {
        try
        {
            PluginChecks.Check(manifest);
        }
        catch (UserErrorException error) when (shown.Folder != manifest.Folder)
        {
            throw new UserErrorException(error.Found, error.Expected, shown.Folder, error.Fix, error) { Kind = error.Kind, Why = error.Why };
        }
    }

    private static void CheckUnlisted(PluginManifest shown, string path)
    {
        if (PortablePath.IsBad(path, out var problem))
            throw PluginRefusal.Of(shown, $"has a file '{path}' that {problem}", "names that mean the same on every system",
                "the hash must be the same everywhere", "rename the file");
        if (!UnlistedKinds.Contains(Path.GetExtension(path)))
            throw PluginRefusal.Of(shown, $"has a file '{path}' that its manifest does not list", "the files of its build, symbols and documents",
                "it was added after the build",
                "delete the file, or clean and build the plugin again");
    }

    [GeneratedRegex(@"^[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
