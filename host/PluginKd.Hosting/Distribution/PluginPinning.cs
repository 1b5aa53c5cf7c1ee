namespace PluginKd.Hosting;

/// <summary>Lets a plugin run only when its bytes are the ones that somebody decided on.</summary>
public static class PluginPinning
{
    /// <summary>Whether the bytes of a plugin are decided on: by the project's lock file, or by the version of the host that it came with.</summary>
    /// <param name="manifest">From the catalog.</param>
    public static bool IsPinned(PluginManifest manifest) => manifest.Root is { } root && root.Kind switch
    {
        PluginRootKind.Project or PluginRootKind.Store => root.Lock.Find(manifest.Id) is not null,
        PluginRootKind.Bundled => true,
        _ => false,
    };

    /// <summary>Refuses a plugin that the lock file does not pin, or not with this content.</summary>
    /// <param name="manifest">From the catalog.</param>
    /// <exception cref="UserErrorException">It may not run.</exception>
    internal static void Require(PluginManifest manifest)
    {
        if (manifest.Root is not { Kind: PluginRootKind.Project or PluginRootKind.Store } root) return;
        var pin = root.Lock.Find(manifest.Id) ?? throw PluginRefusal.Of(manifest, $"is not pinned by {PluginLock.FileName}",
            $"a plugin that the lock file names, because it lies in {root.Describe()}",
            "without a pin other bytes could run tomorrow under the same name",
            $"to use these bytes: dotnet kd plugins add {Words.Typed(manifest.Folder)}; while you work on it: --plugin-path {Words.Typed(manifest.Folder)}");
        var content = ContentHash.Of(manifest.Folder);
        if (content != pin.Content)
            throw PluginRefusal.Of(manifest, $"has content {ContentHash.Short(content)}…{(manifest.Version == pin.Version ? Changes(manifest) : "")}",
                $"content {ContentHash.Short(pin.Content)}… of version {pin.Version}, which {PluginLock.FileName} pins",
                "nobody knows what other bytes do", Fix(manifest, root, pin));
        var found = ContentHash.OfFile(Path.Combine(manifest.Folder, PluginManifest.FileName));
        if (found != pin.Manifest)
            throw PluginRefusal.Of(manifest, $"has a {PluginManifest.FileName} of SHA-256 {ContentHash.Short(found)}…",
                $"SHA-256 {ContentHash.Short(pin.Manifest)}…, which {PluginLock.FileName} pins",
                "the two hashes in the lock file contradict each other: it was changed by hand",
                $"git checkout -- {PluginLock.FileName}, or pin it anew: dotnet kd plugins add {Words.Typed(manifest.Folder)}");
    }

    /// <summary>Hashes a file right before it is loaded, which may be long after the start of a run.</summary>
    /// <param name="manifest">The plugin.</param>
    /// <param name="path">A file of its folder.</param>
    /// <returns>The path.</returns>
    /// <exception cref="UserErrorException">The file is not listed, or was changed.</exception>
    internal static string RequireUnchanged(PluginManifest manifest, string path)
    {
        var name = Path.GetRelativePath(manifest.Folder, path).Replace('\\', '/');
        if (!manifest.Files.TryGetValue(name, out var expected))
            throw PluginRefusal.Of(manifest, $"loads a file '{name}' that its manifest does not list", "the files of its build", "nobody hashed it",
                "clean and build the plugin again, or install it again");
        if (ContentHash.OfFile(path) is var found && found != expected)
            throw PluginRefusal.Of(manifest, $"has a file '{name}' that was changed after the build: SHA-256 {ContentHash.Short(found)}…",
                $"SHA-256 {ContentHash.Short(expected)}…",
                "nobody knows what a changed file does", "build or install the plugin again");
        return path;
    }

    /// <summary>Finds the refusal of a file in what the runtime made of it; null when the error is of another kind.</summary>
    /// <param name="error">What came out of a plugin's code.</param>
    internal static UserErrorException? RefusalIn(Exception error) => error switch
    {
        FileLoadException { InnerException: UserErrorException refusal } => refusal,
        { InnerException: { } inner } and not UserErrorException => RefusalIn(inner),
        _ => null,
    };

    /// <summary>Names the files that differ from the manifest, as far as the manifest can tell.</summary>
    internal static IReadOnlyList<string> ChangedFiles(PluginManifest manifest) =>
    [
        .. manifest.Files
            .Where(file => Path.Combine(manifest.Folder, file.Key) is var path && (!File.Exists(path) || ContentHash.OfFile(path) != file.Value))
            .Select(file => file.Key).Order(StringComparer.Ordinal),
    ];

    private static string Changes(PluginManifest manifest) => ChangedFiles(manifest) is [_, ..] changed ? $" (changed: {string.Join(", ", changed)})"
        : $" (changed: {PluginManifest.FileName}, or a file that it does not list)";

    private static string Fix(PluginManifest manifest, PluginRoot root, PluginPin pin) => root.Kind == PluginRootKind.Store
        ? "to get the pinned bytes again: dotnet kd plugins restore"
        : $"to pin these bytes on purpose: dotnet kd plugins add {Words.Typed(manifest.Folder)}; to use version {pin.Version} from the store: delete the folder and type dotnet kd plugins restore";
}
