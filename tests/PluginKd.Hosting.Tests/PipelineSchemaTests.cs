namespace PluginKd.Hosting.Tests;

public class PipelineSchemaTests
{
    [Fact]
    public void Offers_every_plugin_with_its_settings_and_refers_to_parts_by_kind()
    {
        var schema = PipelineSchema.Of(Pipelines.Catalog);
        var definitions = schema["$defs"]!.AsObject();
        var soft = definitions["weighted-loss"]!["oneOf"]!.AsArray().Single(l => (string)l!["properties"]!["use"]!["const"]! == "soft-target")!;
        var offline = definitions["distill"]!["oneOf"]!.AsArray().Single(d => (string)d!["properties"]!["use"]!["const"]! == "offline")!;

        Assert.Equal(["use", "weight", "temperature", "temperature-squared", "standardize"], soft["properties"]!.AsObject().Select(p => p.Key));
        Assert.Equal("#/$defs/model", (string)offline["properties"]!["student"]!["$ref"]!);
        // A list, or one thing for a list of one.
        Assert.Equal("#/$defs/weighted-loss", (string)offline["properties"]!["loss"]!["anyOf"]![0]!["items"]!["$ref"]!);
        Assert.Equal("#/$defs/weighted-loss", (string)offline["properties"]!["loss"]!["anyOf"]![1]!["$ref"]!);
        Assert.Equal(Pipelines.Catalog.Provided.Count(p => p.Kind == "model"), definitions["model"]!["oneOf"]!.AsArray().Count);
    }

    [Fact]
    public void A_kind_without_plugins_accepts_nothing_and_stays_a_schema()
    {
        var definitions = PipelineSchema.Of(PluginCatalog.Discover([]))["$defs"]!.AsObject();
        Assert.All(definitions.Where(kind => kind.Key != "schedule"), kind => Assert.Equal(System.Text.Json.JsonValueKind.False, kind.Value!.GetValueKind()));
    }

    [Fact]
    public void Null_may_stand_for_what_need_not_be_given_and_for_nothing_else()
    {
        var schema = PipelineSchema.Of(Pipelines.Catalog);
        var loss = schema["$defs"]!["weighted-loss"]!["oneOf"]!.AsArray().Single(l => (string)l!["properties"]!["use"]!["const"]! == "soft-target")!["properties"]!;
        var offline = schema["$defs"]!["distill"]!["oneOf"]!.AsArray().Single(d => (string)d!["properties"]!["use"]!["const"]! == "offline")!["properties"]!;

        // A number, a schedule or null.
        Assert.Equal(["number", "#/$defs/schedule", "null"], loss["weight"]!["anyOf"]!.AsArray().Select(choice => (string)(choice!["type"] ?? choice["$ref"])!));
        Assert.Equal(["number", "#/$defs/schedule", "null"], loss["temperature"]!["anyOf"]!.AsArray().Select(choice => (string)(choice!["type"] ?? choice["$ref"])!));
        Assert.Equal(["object", "null"], Types(offline["optimizer"]));
        Assert.Equal(["number", "null"], Types(offline["optimizer"]!["properties"]!["learning-rate"]));
        Assert.Contains(null, offline["optimizer"]!["properties"]!["name"]!["enum"]!.AsArray());
        Assert.Equal(2, offline["loss"]!["anyOf"]!.AsArray().Count);
        Assert.Equal("null", (string)offline["on"]!["anyOf"]![2]!["type"]!);
        Assert.Equal(["integer", "null"], Types(schema["properties"]!["seed"]));
        Assert.Equal("#/$defs/teacher", (string)schema["properties"]!["teacher"]!["anyOf"]![0]!["$ref"]!);
        Assert.Equal("#/$defs/distill", (string)schema["properties"]!["distill"]!["$ref"]!);

        static IEnumerable<string> Types(System.Text.Json.Nodes.JsonNode? property) => property!["type"]!.AsArray().Select(type => (string)type!);
    }
}
