using System.Reflection;

namespace PluginKd.Testing;

/// <summary>Where the build put things.</summary>
public static class Places
{
    public static string Repository { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string Artifacts { get; } = Path.Combine(Repository, "artifacts");

    /// <summary>Plugins that come with the host.</summary>
    public static string Plugins { get; } = Path.Combine(Artifacts, "plugins", Configuration);

    /// <summary>Plugins that only tests use.</summary>
    public static string TestPlugins { get; } = Path.Combine(Artifacts, "test-plugins", Configuration);

    public static string Tool { get; } = Path.Combine(Artifacts, "bin", "PluginKd.Tool", Configuration, "dotnet-kd.dll");

    public static string ManifestTool { get; } = Path.Combine(Artifacts, "bin", "PluginKd.Sdk.Build", Configuration, "kd-manifest.dll");

    /// <summary>Folder with material that is not part of the project, or null where it is not there.</summary>
    public static string? Shared { get; } = Directory.Exists(Path.Combine(Repository, "..", "shared")) ? Path.GetFullPath(Path.Combine(Repository, "..", "shared")) : null;

    private static string Metadata(string key) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
