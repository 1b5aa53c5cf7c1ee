using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Extensions.DependencyInjection;

namespace PluginKd.Hosting;

/// <summary>Loads the packages that a pipeline names, each once, each with a service container of its own.</summary>
/// <param name="isCollectible">Whether they can be unloaded again; costs a little speed.</param>
public sealed class PluginLoader(bool isCollectible = false) : IDisposable
{
    private readonly Dictionary<string, LoadedPackage> _loaded = [];

    /// <summary>Packages loaded so far.</summary>
    public IEnumerable<PluginManifest> Loaded => _loaded.Values.Select(package => package.Manifest);

    /// <summary>Gets the class that stands behind a provided plugin.</summary>
    /// <param name="provided">From the catalog.</param>
    /// <exception cref="UserErrorException">The package cannot be used: another contract, changed files, or code that throws while loading.</exception>
    public Type TypeOf(ProvidedPlugin provided)
    {
        var package = Get(provided.Package);
        return Guard(Named(provided), provided.Package, () => package.Assembly.GetType(provided.Type, throwOnError: true)!);
    }

    /// <summary>Makes an instance of a provided plugin; it is disposed with the loader, or when its package is unloaded.</summary>
    /// <param name="provided">From the catalog.</param>
    /// <param name="settings">Its settings, or null when it has none.</param>
    /// <exception cref="UserErrorException">Its constructor throws, or asks for a service that is not there.</exception>
    public object Create(ProvidedPlugin provided, object? settings)
    {
        var type = TypeOf(provided);
        var package = Get(provided.Package);
        return Guard(Named(provided), provided.Package, () =>
        {
            using var reflection = Enter(provided);
            var plugin = PluginServices.Create(package.Services, type, settings);
            if (plugin is IDisposable goes) package.Made.Push(goes);
            return plugin;
        });
    }

    /// <summary>Lets what looks for types by name, such as a dependency of the plugin, find the plugin's own; until disposed, on this flow of execution.</summary>
    /// <param name="provided">From the catalog.</param>
    public AssemblyLoadContext.ContextualReflectionScope Enter(ProvidedPlugin provided) =>
        AssemblyLoadContext.EnterContextualReflection(Get(provided.Package).Assembly);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var package in _loaded.Values) package.Dispose();
        _loaded.Clear();
    }

    /// <summary>Lets go of a package and asks for its unloading; whether it goes depends on what still holds it.</summary>
    /// <param name="manifest">A package that was loaded as collectible.</param>
    /// <returns>Its load context, for looking whether it is still there.</returns>
    public WeakReference Unload(PluginManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        if (!_loaded.Remove(manifest.Id, out var package)) throw new InvalidOperationException($"'{manifest.Id}' is not loaded");
        package.Dispose();
        var context = AssemblyLoadContext.GetLoadContext(package.Assembly)!;
        context.Unload();
        return new WeakReference(context);
    }

    private LoadedPackage Get(PluginManifest manifest)
    {
        if (_loaded.TryGetValue(manifest.Id, out var known)) return known;
        PluginPinning.Require(manifest);
        PluginChecks.Check(manifest);
        return _loaded[manifest.Id] = Guard($"plugin '{manifest.Id}' {manifest.Version}", manifest, () =>
        {
            var entry = Path.Combine(manifest.Folder, manifest.Entry);
            var assembly = new PluginLoadContext(manifest, FilesOf(manifest, entry), isCollectible).LoadFromAssemblyPath(entry);
            return new LoadedPackage(manifest, assembly, PluginServices.Of(assembly));
        });
    }

    private static AssemblyDependencyResolver FilesOf(PluginManifest manifest, string entry)
    {
        try
        {
            return new AssemblyDependencyResolver(entry);
        }
        catch (InvalidOperationException error)
        {
            throw new UserErrorException($"plugin '{manifest.Id}' {manifest.Version} has a '{Path.GetFileNameWithoutExtension(entry)}.deps.json' that cannot be read",
                "the file that its build wrote: it says where the plugin's own dependencies lie", manifest.Folder, "build or install the plugin again", error)
            {
                Kind = UserErrorKind.Plugin,
                Why = "without it the plugin would get other versions of its dependencies, or none",
            };
        }
    }

    // A package may offer many.
    private static string Named(ProvidedPlugin provided) => $"{provided.Kind} '{provided.Id}' of plugin '{provided.Package.Id}' {provided.Package.Version}";

    private static T Guard<T>(string who, PluginManifest manifest, Func<T> load)
    {
        try
        {
            return load();
        }
        catch (Exception error) when (error is not UserErrorException)
        {
            if (PluginPinning.RefusalIn(error) is { } refusal) throw refusal;
            var cause = Innermost(error);
            throw new UserErrorException($"{who} failed while loading: {cause.GetType().Name}: {cause.Message}",
                "a plugin that loads without an exception", manifest.Folder,
                "look at the plugin's code (--verbose shows the stack), or take it out of the pipeline", error)
            {
                Kind = UserErrorKind.Plugin,
            };
        }
    }

    private static Exception Innermost(Exception error) => error switch
    {
        TargetInvocationException or TypeInitializationException or AggregateException when error.InnerException is { } inner => Innermost(inner),
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => first,
        _ => error,
    };

    private sealed record LoadedPackage(PluginManifest Manifest, Assembly Assembly, ServiceProvider Services) : IDisposable
    {
        public Stack<IDisposable> Made { get; } = [];

        // The last made first: it may use the others.
        public void Dispose()
        {
            while (Made.TryPop(out var plugin)) Try(plugin);
            Try(Services);
        }

        private static void Try(IDisposable goes)
        {
            try
            {
                goes.Dispose();
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                // The run is over: what a plugin throws while it goes must hide neither its result nor why it failed.
            }
        }
    }
}
