namespace PluginKd.Hosting;

/// <summary>Says where plugins are looked for, and in which order.</summary>
public static class PluginRoots
{
    /// <summary>Gives the roots: folders named by the person, the project's, what its lock file pins in the store, the bundled ones.</summary>
    /// <param name="named">From <c>--plugin-path</c>.</param>
    /// <param name="projectFolder">Folder of the project; its plugins lie in <c>.kd/plugins</c>, its lock file beside that.</param>
    /// <param name="store">The user's store.</param>
    /// <exception cref="UserErrorException">A named folder does not exist, or holds no plugin; or the lock file is damaged.</exception>
    public static IReadOnlyList<PluginRoot> From(IReadOnlyList<string> named, string projectFolder, PluginStore store)
    {
        CheckNamed(named);
        var pins = PluginLock.Read(projectFolder);
        return
        [
            .. named.Select(folder => new PluginRoot(folder, PluginRootKind.Development, PluginLock.Empty)),
            new PluginRoot(Path.Combine(projectFolder, ".kd", "plugins"), PluginRootKind.Project, pins),
            .. pins.Plugins.Select(pin => new PluginRoot(store.FolderOf(pin), PluginRootKind.Store, PluginLock.Empty.With(pin))),
            new PluginRoot(Bundled, PluginRootKind.Bundled, PluginLock.Empty),
        ];
    }

    /// <summary>Plugins that came with the host.</summary>
    public static string Bundled => Path.Combine(AppContext.BaseDirectory, "plugins");

    private static void CheckNamed(IReadOnlyList<string> named)
    {
        foreach (var folder in named)
        {
            if (!Directory.Exists(folder))
                throw new UserErrorException($"there is no folder '{folder}'", "a plugin's folder, or a folder of plugins", "--plugin-path",
                    "correct the path, or leave the option out to use the bundled plugins");
            if (!Manifests(folder).Any())
                throw new UserErrorException($"no plugin lies in '{folder}'", $"a {PluginManifest.FileName} in it or in a folder just below", "--plugin-path",
                    $"build the plugin (its build writes {PluginManifest.FileName}), or name the folder that holds it");
        }

        foreach (var broken in named.Where(folder => File.Exists(Path.Combine(folder, PluginManifest.FileName))).SelectMany(folder => PluginCatalog.Discover([folder]).Broken))
            throw new UserErrorException($"the plugin in '{broken.Folder}' is broken: {broken.Reason}", $"a {PluginManifest.FileName} that its build wrote", "--plugin-path",
                "build or install the plugin again")
            {
                Kind = UserErrorKind.Plugin,
            };
    }

    private static IEnumerable<string> Manifests(string folder) =>
        Directory.EnumerateDirectories(folder).Prepend(folder).Select(f => Path.Combine(f, PluginManifest.FileName)).Where(File.Exists);
}
