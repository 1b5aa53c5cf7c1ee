using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace PluginKd.Hosting;

/// <summary>The service container of one plugin package, and how its plugins are made from it.</summary>
internal static class PluginServices
{
    /// <summary>Registers the classes with <see cref="KdServiceAttribute"/>, as themselves and as their interfaces, one instance each.</summary>
    /// <param name="assembly">The plugin's assembly.</param>
    public static ServiceProvider Of(Assembly assembly)
    {
        var services = new ServiceCollection();
        services.Scan(scan => scan.FromAssemblies(assembly)
            .AddClasses(classes => classes.WithAttribute<KdServiceAttribute>(), publicOnly: false)
            .AsSelfWithInterfaces()
            .WithSingletonLifetime());
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>Makes a plugin.</summary>
    /// <param name="services">The container of its package.</param>
    /// <param name="plugin">Its class.</param>
    /// <param name="settings">Its settings, or null when it has none.</param>
    public static object Create(IServiceProvider services, Type plugin, object? settings) =>
        ActivatorUtilities.CreateInstance(services, plugin, settings is null ? [] : [settings]);
}
