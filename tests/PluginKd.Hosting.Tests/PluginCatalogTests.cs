namespace PluginKd.Hosting.Tests;

public class PluginCatalogTests
{
    private static string Good => Path.Combine(Places.TestPlugins, "TestPlugins.Good");

    [Fact]
    public void Every_kind_of_plugin_is_there()
    {
        var kinds = Pipelines.Catalog.Provided.Select(p => p.Kind).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["augment", "average", "data", "distill", "evaluate", "loss", "model", "select", "teacher"], kinds);
        Assert.Empty(Pipelines.Catalog.Broken);
    }

    [Fact]
    public void Built_in_plugins_describe_themselves_and_all_their_settings()
    {
        static IEnumerable<string> Undescribed(ProvidedPlugin plugin, System.Text.Json.JsonElement schema) => schema.GetProperty("properties").EnumerateObject()
            .SelectMany(p => p.Value.TryGetProperty("properties", out _) ? Undescribed(plugin, p.Value)
                : p.Value.TryGetProperty("description", out _) ? [] : [$"{plugin.Id}.{p.Name}"]);
        var catalog = PluginCatalog.Discover([Places.Plugins]);

        Assert.NotEmpty(catalog.Packages);
        Assert.DoesNotContain(catalog.Provided, p => p.Description.Length == 0);
        Assert.Empty(catalog.Provided.SelectMany(p => Undescribed(p, p.Settings)));
    }

    [Fact]
    public void A_folder_without_a_readable_manifest_is_listed_and_stops_no_other()
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Good, "good");
        folder.File("half/plugin.json", "{ \"manifest\": 1, \"id\": ");
        folder.File("empty/readme.txt", "nothing here");
        folder.File("old/plugin.json", "{ \"manifest\": 0 }");

        var catalog = PluginCatalog.Discover([folder.Path]);

        Assert.Single(catalog.Packages);
        Assert.Equal(["empty", "half", "old"], catalog.Broken.Select(b => Path.GetFileName(b.Folder)));
        Assert.Contains(catalog.Broken, b => b.Reason == "has no plugin.json");
    }

    [Fact]
    public void Of_two_packages_with_one_id_the_first_root_wins_and_the_other_is_reported()
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Good, "mine");

        var catalog = PluginCatalog.Discover([folder.Path, Places.TestPlugins]);

        Assert.Equal(Path.Combine(folder.Path, "mine"), catalog.Packages[0].Folder);
        Assert.Equal(Good, Assert.Single(catalog.Shadowed).Hidden.Folder);
    }

    [Fact]
    public void Of_two_plugins_with_one_kind_and_id_the_first_is_used_and_the_other_listed_as_hidden()
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Good, "mine");
        var manifest = Path.Combine(folder.Path, "mine", "plugin.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"testplugins.good\"", "\"mine\"", StringComparison.Ordinal));

        var catalog = PluginCatalog.Discover([folder.Path, Places.TestPlugins]);

        Assert.Single(catalog.Provided, p => p is { Kind: "data", Id: "tiny" });
        Assert.Equal("mine", catalog.Find("data", "tiny")!.Package.Id);
        Assert.Contains(catalog.Hidden, p => p.Id == "tiny" && p.Package.Id == "testplugins.good");
    }

    [Theory]
    [InlineData("\"kind\": \"loss\"", "\"kind\": \"los\"", "there is no kind of plugin 'los'")]
    [InlineData("\"entry\": \"", "\"entry\": \"../", "is no file name")]
    [InlineData("\"properties\": {}", "\"properties\": null", "settings.properties' is null, expected object")]
    [InlineData("\"properties\": {}", "\"properties\": { \"x\": {} }", "settings.properties.x.type' is missing")]
    [InlineData("\"properties\": {}", "\"properties\": { \"x\": 5 }", "settings.properties.x is no schema")]
    [InlineData("\"properties\": {}", "\"properties\": { \"x\": { \"type\": \"colour\" } }", "there is no type 'colour'")]
    [InlineData("\"properties\": {}", "\"properties\": { \"x\": { \"type\": \"integer\", \"default\": \"y\" } }", "x.default: \"y\" is not of type integer")]
    [InlineData("\"properties\": {}", "\"properties\": { \"x\": { \"type\": \"array\" } }", "x.items' is missing")]
    [InlineData("\"properties\": {}", "\"properties\": { \"x\": { \"plugin\": 7 } }", "x.plugin' is number, expected string")]
    [InlineData("\"properties\": {}", "\"properties\": {}, \"required\": [ \"x\" ]", "required: there is no setting 'x'")]
    [InlineData("\"properties\": {}", "\"properties\": { \"use\": { \"type\": \"string\" } }", "use: a pipeline file uses that name itself")]
    [InlineData("\"id\": \"tiny\"", "\"id\": \"[red]tiny\"", "ids are lower-case-with-hyphens")]
    [InlineData("\"description\": \"", "\"description\": \"\\u001b[31m", "has characters that cannot be shown")]
    [InlineData("\"contract\":", "\"contrac\":", "'contract' is missing")]
    [InlineData("\"major\": 1", "\"major\": \"1\"", "'contract.major' is string, expected number")]
    [InlineData("\"manifest\": 1", "\"manifest\": 1, \"id\": \"x\"", "'id' ")]
    public void A_manifest_that_does_not_hold_together_is_broken(string right, string wrong, string reason)
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Good, "mine");
        var manifest = Path.Combine(folder.Path, "mine", "plugin.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(reason, Assert.Single(PluginCatalog.Discover([folder.Path]).Broken).Reason, StringComparison.Ordinal);
    }
}
