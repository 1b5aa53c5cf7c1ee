using System.Runtime.Loader;

namespace PluginKd.Hosting.Tests;

public class PluginLoaderTests
{
    private static ProvidedPlugin Find(string folder, string kind, string id) => PluginCatalog.Discover([folder]).Find(kind, id)!;

    [Fact]
    public void Plugins_live_in_contexts_of_their_own_and_share_the_contract()
    {
        using var loader = new PluginLoader();
        var tiny = loader.TypeOf(Pipelines.Catalog.Find("data", "tiny")!);
        var last = loader.TypeOf(Pipelines.Catalog.Find("average", "last")!);

        Assert.NotSame(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(tiny.Assembly));
        Assert.NotSame(AssemblyLoadContext.GetLoadContext(last.Assembly), AssemblyLoadContext.GetLoadContext(tiny.Assembly));
        Assert.True(typeof(IDataSource).IsAssignableFrom(tiny));
        Assert.Equal(2, loader.Loaded.Count());
    }

    [Fact]
    public void Two_plugins_have_a_dependency_in_two_versions_side_by_side()
    {
        using var loader = new PluginLoader();
        Assert.Equal(("33.0.0", "34.0.0"), (Version("csv-earlier"), Version("csv-later")));

        string Version(string id) => loader.Create(Pipelines.Catalog.Find("evaluate", id)!, null).ToString()!;
    }

    [Fact]
    public void What_was_made_is_disposed_with_the_loader_whatever_it_throws_then()
    {
        AppContext.SetData("lets-go", null);
        using (var loader = new PluginLoader()) loader.Create(Pipelines.Catalog.Find("evaluate", "lets-go")!, null);
        Assert.Equal("disposed", AppContext.GetData("lets-go"));
    }

    [Theory]
    [InlineData("PluginKd.Sdk.dll")]
    [InlineData("PluginKd.Torch.dll")]
    public void A_copy_of_a_shared_assembly_in_a_plugins_folder_is_not_looked_at(string file)
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Path.Combine(Places.TestPlugins, "TestPlugins.Good"), "good");
        File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(folder.Path, "good", file));

        using var loader = new PluginLoader();
        Assert.True(typeof(IDataSource).IsAssignableFrom(loader.TypeOf(Find(folder.Path, "data", "tiny"))));
    }

    [Fact]
    public void No_plugin_folder_holds_a_copy_of_a_shared_assembly() => Assert.DoesNotContain(
        Directory.EnumerateFiles(Places.Plugins, "*.dll", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension),
        name => name is "PluginKd.Sdk" or "PluginKd.Torch" || name!.EndsWith(".Abstractions", StringComparison.Ordinal));

    [Theory]
    [InlineData("throws-in-constructor", "InvalidOperationException: no licence for this machine")]
    [InlineData("asks-for-too-much", "IEqualityComparer")]
    public void A_plugin_that_cannot_be_made_is_named_with_the_reason(string id, string reason)
    {
        using var loader = new PluginLoader();
        var error = Assert.Throws<UserErrorException>(() => loader.Create(Pipelines.Catalog.Find("average", id)!, null));
        Assert.Equal(UserErrorKind.Plugin, error.Kind);
        Assert.Contains("plugin 'testplugins.throws'", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Path.Combine(Places.TestPlugins, "TestPlugins.Good"), "good");
        var plugin = Find(folder.Path, "data", "tiny");
        File.AppendAllText(Path.Combine(folder.Path, "good", "TestPlugins.Good.dll"), "x");

        using var loader = new PluginLoader();
        var error = Assert.Throws<UserErrorException>(() => loader.TypeOf(plugin));
        Assert.Contains("has a file 'TestPlugins.Good.dll' that was changed after the build", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Path.Combine(Places.TestPlugins, "TestPlugins.Good"), "good");
        var plugin = Find(folder.Path, "data", "tiny");
        File.Delete(Path.Combine(folder.Path, "good", "TestPlugins.Good.dll"));

        using var loader = new PluginLoader();
        Assert.Contains("lacks its file 'TestPlugins.Good.dll'", Assert.Throws<UserErrorException>(() => loader.TypeOf(plugin)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_contract_is_refused_naming_both()
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Path.Combine(Places.TestPlugins, "TestPlugins.Good"), "good");
        var manifest = Path.Combine(folder.Path, "good", "plugin.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"major\": 1", "\"major\": 2", StringComparison.Ordinal));

        using var loader = new PluginLoader();
        var error = Assert.Throws<UserErrorException>(() => loader.TypeOf(Find(folder.Path, "data", "tiny")));
        Assert.Contains("was built against contract 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("contract 1, which this host has", error.Message, StringComparison.Ordinal);
    }
}
