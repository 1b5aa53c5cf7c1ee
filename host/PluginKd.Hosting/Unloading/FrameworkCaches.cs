using System.Reflection;
using System.Reflection.Metadata;

namespace PluginKd.Hosting;

/// <summary>Empties what the framework keeps of types, as it does itself when code is edited while it runs; otherwise it would hold plugins for ever.</summary>
/// <remarks>
/// Assemblies name classes with a static ClearCache(Type[]) by the attribute MetadataUpdateHandler: documented for tools, called here by name. A runtime without
/// them loses nothing but memory.
/// </remarks>
internal static class FrameworkCaches
{
    /// <summary>Calls every ClearCache that the loaded assemblies name.</summary>
    /// <returns>How many were called.</returns>
    public static int Clear()
    {
        var called = 0;
        foreach (var handler in AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsCollectible && !assembly.IsDynamic)
            .SelectMany(assembly => assembly.GetCustomAttributes<MetadataUpdateHandlerAttribute>()))
        {
            var clear = handler.HandlerType.GetMethod("ClearCache", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(Type[])]);
            clear?.Invoke(null, [null]);
            called += clear is null ? 0 : 1;
        }

        return called;
    }
}
