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

    [Fact]
    public void A_weight_may_change_over_the_run_and_what_is_not_given_is_filled_in() => Assert.Equal(
        """{"to":0.9,"end":0.1,"from":0,"shape":"linear","begin":0,"by":"share","jumps":1}""",
        Pipelines.Check(Pipelines.Tiny, """distill.loss.0.weight={"to":0.9,"end":0.1}""").Resolved["distill"]!["loss"]![0]!["weight"]!.ToJsonString());

    [Theory]
    [InlineData("{}", "a setting is missing", "distill.loss.0.weight.to")]
    [InlineData("""{"to":1,"shape":"linar"}""", "'linar' is not one of the choices", "distill.loss.0.weight.shape")]
    [InlineData("""{"to":1,"untl":2}""", "unknown key 'untl'", "distill.loss.0.weight.untl")]
    [InlineData("""{"to":1,"begin":0.5,"end":0.25}""", "the end 0.25 is not after the beginning 0.5", "distill.loss.0.weight.end")]
    [InlineData("""{"to":1e999}""", "1e999 is larger than any number here", "distill.loss.0.weight.to")]
    [InlineData("""{"to":1,"jumps":0}""", "0 is out of range", "distill.loss.0.weight.jumps")]
    public void What_is_wrong_in_a_schedule_is_named(string weight, string found, string where)
    {
        var problem = Assert.Single(Assert.Throws<PipelineException>(() => Pipelines.Check(Pipelines.Tiny, $"distill.loss.0.weight={weight}")).Problems);
        Assert.Equal((found, where), (problem.Found, problem.Where));
    }

    // The host knows the properties of a schedule by heart.
    [Fact]
    public void A_schedule_in_a_pipeline_has_the_properties_defaults_and_choices_of_the_record()
    {
        var schema = JsonNode.Parse(ScheduleSchema.Object.GetRawText())!["properties"]!.AsObject();
        var record = new Schedule { To = 1 };
        Assert.Equal(schema.Select(p => p.Key), typeof(Schedule).GetProperties().Where(p => p.SetMethod is not null).Select(p => SettingNames.Of(p.Name)));
        foreach (var property in typeof(Schedule).GetProperties().Where(p => p.SetMethod is not null && p.Name != "To"))
        {
            var (named, value) = (schema[SettingNames.Of(property.Name)]!, property.GetValue(record));
            Assert.Equal(value is Enum name ? SettingNames.Of(name.ToString()) : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture), named["default"]?.ToString() ?? "");
            if (value is Enum) Assert.Equal(Enum.GetNames(value.GetType()).Select(SettingNames.Of), named["enum"]!.AsArray().Select(n => (string)n!));
        }
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
