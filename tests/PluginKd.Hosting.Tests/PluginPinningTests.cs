using System.Reflection;
using System.Runtime.Loader;

namespace PluginKd.Hosting.Tests;

public class PluginPinningTests
{
    [Fact]
    public void A_dependency_that_is_changed_during_a_run_is_refused_when_it_is_loaded()
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Path.Combine(Places.Plugins, "PluginKd.Data.Images"), "images");
        using var loader = new PluginLoader();
        var type = loader.TypeOf(PluginCatalog.Discover([folder.Path]).Find("data", "image-csv")!);
        File.AppendAllText(Path.Combine(folder.Path, "images", "CsvHelper.dll"), "x");

        var error = Assert.ThrowsAny<Exception>(() => AssemblyLoadContext.GetLoadContext(type.Assembly)!.LoadFromAssemblyName(new AssemblyName("CsvHelper")));

        Assert.Contains("has a file 'CsvHelper.dll' that was changed after the build", PluginPinning.RefusalIn(error)?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_the_manifest_does_not_list_is_not_loaded()
    {
        using var folder = new TemporaryFolder();
        var plugin = Distribution.CopyOfGood(folder, "good");
        File.Copy(Path.Combine(Places.Plugins, "PluginKd.Data.Images", "CsvHelper.dll"), Path.Combine(plugin, "CsvHelper.dll"));
        // Without its list of dependencies everything in the folder counts.
        File.Delete(Path.Combine(plugin, "TestPlugins.Good.deps.json"));
        using var manifest = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Combine(plugin, PluginManifest.FileName)));
        var hash = manifest.RootElement.GetProperty("files")[0].GetProperty("sha256").GetString()!;
        Distribution.Change(plugin, $$"""
            {
                  "path": "TestPlugins.Good.deps.json",
                  "sha256": "{{hash}}"
                },
            """.TrimStart(), "");
        using var loader = new PluginLoader();
        var type = loader.TypeOf(PluginCatalog.Discover([folder.Path]).Find("data", "tiny")!);

        var error = Assert.ThrowsAny<Exception>(() => AssemblyLoadContext.GetLoadContext(type.Assembly)!.LoadFromAssemblyName(new AssemblyName("CsvHelper")));

        Assert.Contains("loads a file 'CsvHelper.dll' that its manifest does not list", PluginPinning.RefusalIn(error)?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PluginRootKind.Development, false)]
    [InlineData(PluginRootKind.Project, false)]
    [InlineData(PluginRootKind.Bundled, true)]
    public void Without_a_lock_file_only_what_came_with_the_host_is_pinned(PluginRootKind kind, bool isPinned)
    {
        var manifest = Assert.Single(PluginCatalog.Discover([new PluginRoot(Distribution.Good, kind, PluginLock.Empty)]).Packages);
        Assert.Equal(isPinned, PluginPinning.IsPinned(manifest));
        Assert.False(PluginPinning.IsPinned(PluginManifest.Read(Distribution.Good)));
    }
}
