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

    /// <summary>Looks through folders for plugins.</summary>
    /// <param name="roots">Each a plugin's folder or a folder of such; earlier ones win. Missing ones are passed over.</param>
    public static PluginCatalog Discover(IEnumerable<string> roots)
    {
        var catalog = new PluginCatalog();
        foreach (var root in roots.Select(Path.GetFullPath).Distinct().Where(Directory.Exists))
        {
            if (File.Exists(Path.Combine(root, PluginManifest.FileName)))
            {
                catalog.Add(root);
                continue;
            }

            foreach (var folder in catalog.FoldersIn(root)) catalog.Add(folder);
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

    private void Add(string folder)
    {
        try
        {
            var manifest = PluginManifest.Read(folder);
            if (_packages.Find(package => package.Id == manifest.Id) is { } first) _shadowed.Add(new ShadowedPlugin(manifest, first));
            else Add(manifest);
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
        {
            _broken.Add(new BrokenPlugin(folder, error is FileNotFoundException ? $"has no {PluginManifest.FileName}" : error.Message));
        }
    }
}

/// <summary>A folder that looks like a plugin and is none.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record BrokenPlugin(string Folder, string Reason);

/// <summary>A package that another of the same id hides.</summary>
/// <param name="Hidden">The one that is not used.</param>
/// <param name="Used">The one that is.</param>
public sealed record ShadowedPlugin(PluginManifest Hidden, PluginManifest Used);
