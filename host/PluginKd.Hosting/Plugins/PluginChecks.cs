using PluginKd.Sdk.Build.Linking;

namespace PluginKd.Hosting;

/// <summary>Refuses packages that cannot run here, before any of their code is loaded: who it is, what it wants, what this host has, why it matters, what to type.</summary>
internal static class PluginChecks
{
    private const int MostNamed = 5;

    public static void Check(PluginManifest manifest)
    {
        RequireContract(manifest);
        CheckFiles(manifest);
        CheckNatives(manifest);
        CheckLinks(manifest);
    }

    public static void RequireContract(PluginManifest manifest)
    {
        if (manifest.ContractMajor != Contract.Major)
            throw PluginRefusal.Of(manifest, $"was built against contract {manifest.ContractMajor} (PluginKd.Sdk {manifest.BuiltAgainst})", $"contract {Contract.Major}, which this host has",
                "between major versions types and members change their meaning", "rebuild the plugin against this host's PluginKd.Sdk, or use a host of the plugin's contract");
        if (manifest.ContractNeeds > Contract.Minor)
            throw PluginRefusal.Of(manifest, $"needs contract {manifest.ContractMajor}.{manifest.ContractNeeds}", $"contract {Contract.Major}.{Contract.Minor}, which this host has",
                "it uses what newer hosts brought, and would fail in the middle of a run", "dotnet tool update PluginKd.Tool, or an older version of the plugin");
    }

    private static void CheckFiles(PluginManifest manifest)
    {
        const string Why = "only the bytes that were hashed are loaded";
        if (!manifest.Files.ContainsKey(manifest.Entry))
            throw PluginRefusal.Of(manifest, $"does not list its assembly '{manifest.Entry}' among its files", "a manifest that its build wrote", Why, "build or install the plugin again");
        foreach (var (file, expected) in manifest.Files)
        {
            if (PortablePath.IsBad(file, out var problem))
                throw PluginRefusal.Of(manifest, $"lists a file '{file}' that {problem}", "relative paths that mean the same on every system",
                    "a plugin has its own folder and nothing else", "rename the file in the plugin's project and build it again");
            var path = Path.Combine(manifest.Folder, file);
            if (!File.Exists(path)) throw PluginRefusal.Of(manifest, $"lacks its file '{file}'", "every file that its manifest lists", Why, "build or install the plugin again");
            if (ContentHash.OfFile(path) is var found && found != expected)
                throw PluginRefusal.Of(manifest, $"has a file '{file}' that was changed after the build (SHA-256 {ContentHash.Short(found)}…)", $"SHA-256 {ContentHash.Short(expected)}…", Why, "build or install the plugin again");
        }
    }

    private static void CheckNatives(PluginManifest manifest)
    {
        if (manifest.Files.Keys.FirstOrDefault(file => HostFiles.IsNativeFile(file) && HostFiles.IsReservedNative(file)) is { } native)
            throw PluginRefusal.Of(manifest, $"brings '{native}'", "a plugin without libtorch and its family: the host has loaded its own",
                "two copies in one process have separate memory and separate settings, or bind to each other by accident",
                "take the package that brings the file out of the plugin and build it again");
    }

    private static void CheckLinks(PluginManifest manifest)
    {
        IReadOnlyList<string> missing;
        try
        {
            missing = FindMissing(manifest);
        }
        catch (BadImageFormatException)
        {
            throw PluginRefusal.Of(manifest, $"has an entry '{manifest.Entry}' that is no .NET assembly", "the assembly that its build wrote", "nothing can be loaded from it",
                "build or install the plugin again");
        }

        if (missing.Count > 0)
            throw PluginRefusal.Of(manifest, $"uses what this host does not have: {string.Join("; ", missing.Take(MostNamed))}{(missing.Count > MostNamed ? $"; and {missing.Count - MostNamed} more" : "")}",
                $"only what PluginKd.Sdk {Contract.Major}.{Contract.Minor} of this host has (the plugin was built against {manifest.BuiltAgainst})",
                "it would fail in the middle of a run", "dotnet tool update PluginKd.Tool, or build the plugin against this host's PluginKd.Sdk");
    }

    /// <summary>Finds what a plugin and the libraries that it brings ask of shared assemblies and they do not have.</summary>
    /// <exception cref="BadImageFormatException">Its entry is no assembly.</exception>
    internal static IReadOnlyList<string> FindMissing(PluginManifest manifest) =>
    [
        .. LinkCheck.FindMissing(Path.Combine(manifest.Folder, manifest.Entry), SharedSurfaces.Of),
        // A library that a team's plugins share may ask for more than the plugin itself.
        .. manifest.Files.Keys.Where(file => file != manifest.Entry && file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)
            .SelectMany(file => LinkCheck.FindMissingOfDependency(Path.Combine(manifest.Folder, file), SharedSurfaces.Of).Select(missing => $"{missing} (in {file})")),
    ];
}
