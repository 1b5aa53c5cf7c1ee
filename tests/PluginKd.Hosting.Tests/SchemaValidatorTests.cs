using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting.Tests;

public class SchemaValidatorTests
{
    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    public void A_number_that_is_too_large_is_refused_where_a_setting_has_no_limits(string number)
    {
        var error = Assert.Throws<PipelineException>(() => Pipelines.Check(Pipelines.Tiny, $$"""teacher={"use":"scaled","by":{{number}}}"""));
        var problem = Assert.Single(error.Problems);
        Assert.Equal(($"{number} is larger than any number here", "teacher.by"), (problem.Found, problem.Where));
    }

    [Theory]
    [InlineData("distill.on=train")]
    [InlineData("distill.on=[\"train\"]")]
    public void One_thing_stands_for_a_list_of_one(string assignment) =>
        Assert.Equal("[\"train\"]", Pipelines.Check(Pipelines.Tiny, assignment).Resolved["distill"]!["on"]!.ToJsonString());

    [Fact]
    public void A_loss_with_a_setting_called_weight_from_before_that_was_refused_is_checked_and_does_not_crash()
    {
        var package = new PluginManifest("old", "1.0.0", "old.dll", Contract.Major, 0, "", [], new Dictionary<string, string>(), Path.GetTempPath());
        using var settings = JsonDocument.Parse("""{ "type": "object", "properties": { "weight": { "type": "number", "minimum": 0 } }, "additionalProperties": false }""");
        var loss = new ProvidedPlugin("loss", "old", "Old", "", settings.RootElement, [], [], package);
        var validator = new SchemaValidator(PluginCatalog.Of([package with { Provides = [loss] }]), _ => Path.GetTempPath());

        validator.CheckUse(JsonNode.Parse("""{ "use": "old" }"""), "loss", "loss", weighted: true);

        Assert.Empty(validator.Problems);
    }
}
