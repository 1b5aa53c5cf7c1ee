using System.Reflection;
using System.Runtime.Loader;
using PluginKd.Sdk.Build.Linking;

namespace PluginKd.Hosting;

/// <summary>Gives a plugin its own versions of its own dependencies, and the host's copy of the shared ones.</summary>
/// <remarks>Isolates versions, not trust: a plugin can do whatever the person who runs it can.</remarks>
internal sealed class PluginLoadContext(PluginManifest manifest, AssemblyDependencyResolver files, bool isCollectible)
    : AssemblyLoadContext($"kd:{manifest.Id}", isCollectible)
{
    /// <inheritdoc />
    /// <remarks>Shared ones are bound by simple name without falling back to the plugin's folder: a fall-back turns a version error into an identity error.</remarks>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        HostFiles.SharedAssemblies.Contains(assemblyName.Name!) ? Default.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!))
        : files.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(PluginPinning.RequireUnchanged(manifest, path))
        : null;

    /// <inheritdoc />
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        SharedNatives.TryGet(unmanagedDllName, out var handle) ? handle
        : files.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(PluginPinning.RequireUnchanged(manifest, path))
        : 0;
}
