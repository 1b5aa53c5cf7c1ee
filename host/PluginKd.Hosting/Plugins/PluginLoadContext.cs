using System.Reflection;
using System.Runtime.Loader;

namespace PluginKd.Hosting;

/// <summary>Gives a plugin its own versions of its own dependencies, and the host's copy of the shared ones.</summary>
/// <remarks>Isolates versions, not trust: a plugin can do whatever the person who runs it can.</remarks>
internal sealed class PluginLoadContext(PluginManifest manifest, AssemblyDependencyResolver files)
    : AssemblyLoadContext($"kd:{manifest.Id}", isCollectible: false)
{
    /// <summary>Assemblies that host and plugins must agree on, because their types cross the border.</summary>
    /// <remarks>Bound by simple name without falling back to the plugin's folder: a fall-back turns a version error into an identity error.</remarks>
    public static IReadOnlySet<string> SharedAssemblies { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "PluginKd.Sdk",
        "PluginKd.Torch",
        "TorchSharp",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Logging.Abstractions",
    };

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName) =>
        SharedAssemblies.Contains(assemblyName.Name!) ? Default.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!))
        : files.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(PluginPinning.RequireUnchanged(manifest, path))
        : null;

    /// <inheritdoc />
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        files.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(PluginPinning.RequireUnchanged(manifest, path)) : 0;
}
