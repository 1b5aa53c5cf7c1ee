using System.Text.Json;

namespace PluginKd.Hosting;

/// <summary>Lists the plugins that are present, from their manifests alone.</summary>
/// <remarks>Nothing is loaded. A folder without a readable manifest is listed as broken and stops no other.</remarks>
public sealed class PluginCatalog
{
    private readonly List<PluginManifest> _packages = [];
    private readonly List<BrokenPlugin> _broken = [];
    private readonly List<ShadowedPlugin> _shadowed = [];

    /// <summary>Packages found, in the order of the roots; of two with one id the first.</summary>
    public IReadOnlyList<PluginManifest> Packages => _packages;

    /// <summary>Folders that look like plugins and are none.</summary>
    public IReadOnlyList<BrokenPlugin> Broken => _broken;

    /// <summary>Packages that an earlier root hides.</summary>
    public IReadOnlyList<ShadowedPlugin> Shadowed => _shadowed;

    /// <summary>Everything offered, ordered by kind and id.</summary>
    public IEnumerable<ProvidedPlugin> Provided => _packages.SelectMany(package => package.Provides);

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

            foreach (var folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal)) catalog.Add(folder);
        }

        return catalog;
    }

    /// <summary>Finds a plugin by kind and id.</summary>
    /// <param name="kind">Such as <c>loss</c>.</param>
    /// <param name="id">Such as <c>soft-target</c>.</param>
    public ProvidedPlugin? Find(string kind, string id) => Provided.FirstOrDefault(provided => provided.Kind == kind && provided.Id == id);

    private void Add(string folder)
    {
        try
        {
            var manifest = PluginManifest.Read(folder);
            if (_packages.Find(package => package.Id == manifest.Id) is { } first) _shadowed.Add(new ShadowedPlugin(manifest, first));
            else _packages.Add(manifest);
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
