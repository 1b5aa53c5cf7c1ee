using System.Collections.Concurrent;
using System.Reflection;
using PluginKd.Sdk.Build.Linking;

namespace PluginKd.Hosting;

/// <summary>Surfaces of the shared assemblies that this host has, read once.</summary>
internal static class SharedSurfaces
{
    private static readonly ConcurrentDictionary<string, AssemblySurface?> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets a shared assembly's surface by its simple name; null for an assembly that is not shared, or that this host lacks.</summary>
    public static AssemblySurface? Of(string assembly) => HostFiles.SharedAssemblies.Contains(assembly) ? Known.GetOrAdd(assembly, Read) : null;

    private static AssemblySurface? Read(string assembly)
    {
        try
        {
            return AssemblySurface.Read(Assembly.Load(new AssemblyName(assembly)).Location);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
