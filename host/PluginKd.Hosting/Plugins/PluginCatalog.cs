using System.Text.Json;

namespace PluginKd.Hosting;

/// <summary>Lists the plugins that are present, from their manifests alone.</summary>
/// <remarks>Nothing is loaded. A folder without a readable manifest is listed as broken and stops no other.</remarks>
public sealed class PluginCatalog
{
    private readonly List<PluginManifest> _packages = [];
    private readonly List<BrokenPlugin> _broken = [];
    private readonly List<ShadowedPlugin> _shadowed = [];
    private readonly List<ProvidedPlugin> _provided = [];
    private readonly List<ProvidedPlugin> _hidden = [];
    private readonly List<PluginPin> _missing = [];

    /// <summary>Packages found, in the order of the roots; of two with one id the first.</summary>
    public IReadOnlyList<PluginManifest> Packages => _packages;

    /// <summary>Folders that look like plugins and are none.</summary>
    public IReadOnlyList<BrokenPlugin> Broken => _broken;

    /// <summary>Packages that an earlier root hides.</summary>
    public IReadOnlyList<ShadowedPlugin> Shadowed => _shadowed;

    /// <summary>Everything offered; of two of one kind and id the first.</summary>
    public IReadOnlyList<ProvidedPlugin> Provided => _provided;

    /// <summary>Plugins that another package's plugin of the same kind and id hides.</summary>
    public IReadOnlyList<ProvidedPlugin> Hidden => _hidden;

    /// <summary>What the project pins and neither it nor the store has.</summary>
    public IReadOnlyList<PluginPin> Missing => _missing;

    /// <summary>The user's store, where hints are looked for.</summary>
    public PluginStore? Store { get; private init; }

    /// <summary>Looks through folders of a developer for plugins; nothing pins them.</summary>
    /// <param name="roots">Each a plugin's folder or a folder of such; earlier ones win. Missing ones are passed over.</param>
    public static PluginCatalog Discover(IEnumerable<string> roots) => Discover(roots.Select(folder => new PluginRoot(folder, PluginRootKind.Development, PluginLock.Empty)));

    /// <summary>Looks through roots for plugins.</summary>
    /// <param name="roots">Earlier ones win. Missing ones are passed over, but what a lock file pins is reported when it is nowhere.</param>
    /// <param name="store">The user's store, for hints about what lies there unpinned.</param>
    public static PluginCatalog Discover(IEnumerable<PluginRoot> roots, PluginStore? store = null)
    {
        var catalog = new PluginCatalog { Store = store };
        foreach (var root in roots.DistinctBy(root => root.Folder))
        {
            if (root.Kind == PluginRootKind.Store && !root.HasManifest) catalog.Miss(root, "is not in the store");
            else if (root.HasManifest) catalog.Add(root.Folder, root);
            else if (Directory.Exists(root.Folder))
                foreach (var folder in catalog.FoldersIn(root.Folder)) catalog.Add(folder, root);
        }

        return catalog;
    }

    /// <summary>Makes a catalog of packages that are known already, for checks without folders.</summary>
    /// <param name="packages">Of two plugins of one kind and id the first counts.</param>
    internal static PluginCatalog Of(IEnumerable<PluginManifest> packages)
    {
        var catalog = new PluginCatalog();
        foreach (var package in packages) catalog.Add(package);
        return catalog;
    }

    /// <summary>Finds a plugin by kind and id.</summary>
    /// <param name="kind">Such as <c>loss</c>.</param>
    /// <param name="id">Such as <c>soft-target</c>.</param>
    public ProvidedPlugin? Find(string kind, string id) => Provided.FirstOrDefault(provided => provided.Kind == kind && provided.Id == id);

    /// <summary>Finds a package of the user's store that offers a plugin and may not run here, because the project does not pin it.</summary>
    /// <param name="kind">Such as <c>loss</c>.</param>
    /// <param name="id">Such as <c>soft-target</c>.</param>
    internal PluginManifest? FindUnpinned(string kind, string id) =>
        Store?.ReadAll().FirstOrDefault(package => package.Provides.Any(provided => provided.Kind == kind && provided.Id == id));

    private List<string> FoldersIn(string root)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _broken.Add(new BrokenPlugin(root, error.Message));
            return [];
        }
    }

    private void Add(PluginManifest package)
    {
        _packages.Add(package);
        foreach (var plugin in package.Provides) (Find(plugin.Kind, plugin.Id) is null ? _provided : _hidden).Add(plugin);
    }

    /// <summary>Reports a pinned plugin that is not there; one of the same id that came with the host must not take its place in silence.</summary>
    private void Miss(PluginRoot root, string what)
    {
        var pin = root.Lock.Plugins[0];
        if (_packages.Exists(package => IsSame(package.Id, pin.Id))) return;
        _missing.Add(pin);
        _broken.Add(new BrokenPlugin(root.Folder, $"{PluginLock.FileName} pins '{pin.Id}' {pin.Version}, which {what}: type dotnet kd plugins restore"));
    }

    private void Add(string folder, PluginRoot root)
    {
        try
        {
            var manifest = PluginManifest.Read(folder, root);
            if (root.Kind == PluginRootKind.Store && root.Lock.Find(manifest.Id) is null) throw new JsonException($"it calls itself '{manifest.Id}'");
            if (_missing.Find(pin => IsSame(pin.Id, manifest.Id)) is { } missing)
                _broken.Add(new BrokenPlugin(folder, $"it is not used, because {PluginLock.FileName} pins '{missing.Id}' {missing.Version}"));
            else if (_packages.Find(package => IsSame(package.Id, manifest.Id)) is { } first) _shadowed.Add(new ShadowedPlugin(manifest, first));
            else Add(manifest);
        }
        catch (Exception error) when (root.Kind == PluginRootKind.Store && error is (IOException or JsonException or UnauthorizedAccessException))
        {
            Miss(root, $"is damaged in the store ({error.Message})");
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
        {
            _broken.Add(new BrokenPlugin(folder, error is FileNotFoundException ? $"has no {PluginManifest.FileName}" : error.Message));
        }
    }

    private static bool IsSame(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A folder that looks like a plugin and is none.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record BrokenPlugin(string Folder, string Reason);

/// <summary>A package that another of the same id hides.</summary>
/// <param name="Hidden">The one that is not used.</param>
/// <param name="Used">The one that is.</param>
public sealed record ShadowedPlugin(PluginManifest Hidden, PluginManifest Used);
