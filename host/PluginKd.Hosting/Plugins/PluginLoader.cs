using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace PluginKd.Hosting;

/// <summary>Loads the packages that a pipeline names, each once, each with a service container of its own.</summary>
public sealed class PluginLoader : IDisposable
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
        return Guard(provided.Package, () => package.Assembly.GetType(provided.Type, throwOnError: true)!);
    }

    /// <summary>Makes an instance of a provided plugin.</summary>
    /// <param name="provided">From the catalog.</param>
    /// <param name="settings">Its settings, or null when it has none.</param>
    /// <exception cref="UserErrorException">Its constructor throws, or asks for a service that is not there.</exception>
    public object Create(ProvidedPlugin provided, object? settings)
    {
        var type = TypeOf(provided);
        var services = Get(provided.Package).Services;
        return Guard(provided.Package, () => ActivatorUtilities.CreateInstance(services, type, settings is null ? [] : [settings]));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var package in _loaded.Values) package.Services.Dispose();
        _loaded.Clear();
    }

    private LoadedPackage Get(PluginManifest manifest)
    {
        if (_loaded.TryGetValue(manifest.Id, out var known)) return known;
        PluginPinning.Require(manifest);
        CheckContract(manifest);
        CheckFiles(manifest);
        return _loaded[manifest.Id] = Guard(manifest, () =>
        {
            var entry = Path.Combine(manifest.Folder, manifest.Entry);
            var assembly = new PluginLoadContext(manifest, new AssemblyDependencyResolver(entry)).LoadFromAssemblyPath(entry);
            return new LoadedPackage(manifest, assembly, ServicesOf(assembly));
        });
    }

    private static ServiceProvider ServicesOf(Assembly assembly)
    {
        var services = new ServiceCollection();
        services.Scan(scan => scan.FromAssemblies(assembly)
            .AddClasses(classes => classes.WithAttribute<KdServiceAttribute>(), publicOnly: false)
            .AsSelfWithInterfaces()
            .WithSingletonLifetime());
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static void CheckContract(PluginManifest manifest)
    {
        var host = typeof(KdPluginAttribute).Assembly.GetName().Version!.Major;
        if (manifest.ContractMajor != host)
            throw Refuse(manifest, $"was built against contract {manifest.ContractMajor}", $"contract {host}, which this host has",
                "rebuild the plugin against this host's PluginKd.Sdk, or use a host of the plugin's contract");
    }

    private static void CheckFiles(PluginManifest manifest)
    {
        if (!manifest.Files.ContainsKey(manifest.Entry))
            throw Refuse(manifest, $"does not list its assembly '{manifest.Entry}' among its files", "a manifest that its build wrote", "build or install the plugin again");
        foreach (var (file, expected) in manifest.Files)
        {
            var path = Path.Combine(manifest.Folder, file);
            if (!File.Exists(path)) throw Refuse(manifest, $"lacks its file '{file}'", "every file that its manifest lists", "build or install the plugin again");
            using var content = File.OpenRead(path);
            if (Convert.ToHexStringLower(SHA256.HashData(content)) != expected)
                throw Refuse(manifest, $"has a file '{file}' that was changed after the build", $"SHA-256 {expected[..12]}…", "build or install the plugin again");
        }
    }

    private static T Guard<T>(PluginManifest manifest, Func<T> load)
    {
        try
        {
            return load();
        }
        catch (Exception error) when (error is not UserErrorException)
        {
            if (PluginPinning.RefusalIn(error) is { } refusal) throw refusal;
            var cause = Innermost(error);
            throw new UserErrorException($"plugin '{manifest.Id}' {manifest.Version} failed while loading: {cause.GetType().Name}: {cause.Message}",
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

    private static UserErrorException Refuse(PluginManifest manifest, string found, string expected, string fix) =>
        new($"plugin '{manifest.Id}' {manifest.Version} {found}", expected, manifest.Folder, fix) { Kind = UserErrorKind.Plugin };

    private sealed record LoadedPackage(PluginManifest Manifest, Assembly Assembly, ServiceProvider Services);
}
