namespace PluginKd.Hosting.Tests;

public class PipelineSchemaTests
{
    [Fact]
    public void Offers_every_plugin_with_its_settings_and_refers_to_parts_by_kind()
    {
        var schema = PipelineSchema.Of(Pipelines.Catalog);
        var definitions = schema["$defs"]!.AsObject();
        var soft = definitions["weighted-loss"]!["oneOf"]!.AsArray().Single(l => (string)l!["properties"]!["use"]!["const"]! == "soft-target")!;
        var offline = definitions["distill"]!["oneOf"]!.AsArray().Single()!;

        Assert.Equal(["use", "weight", "temperature"], soft["properties"]!.AsObject().Select(p => p.Key));
        Assert.Equal("#/$defs/model", (string)offline["properties"]!["student"]!["$ref"]!);
        Assert.Equal("#/$defs/weighted-loss", (string)offline["properties"]!["loss"]!["items"]!["$ref"]!);
        Assert.Equal(Pipelines.Catalog.Provided.Count(p => p.Kind == "model"), definitions["model"]!["oneOf"]!.AsArray().Count);
    }

    [Fact]
    public void A_kind_without_plugins_accepts_nothing_and_stays_a_schema()
    {
        var definitions = PipelineSchema.Of(PluginCatalog.Discover([]))["$defs"]!.AsObject();
        Assert.All(definitions, kind => Assert.Equal(System.Text.Json.JsonValueKind.False, kind.Value!.GetValueKind()));
    }
}
