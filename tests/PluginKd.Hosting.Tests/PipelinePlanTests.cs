namespace PluginKd.Hosting.Tests;

public class PipelinePlanTests
{
    [Fact]
    public void Fills_in_every_default()
    {
        var plan = Pipelines.Check("""{ "data": { "use": "tiny" }, "distill": { "use": "offline", "student": { "use": "mlp" }, "loss": [ { "use": "cross-entropy" } ] }, "evaluate": [ { "use": "classification" } ] }""");

        Assert.Equal(1, plan.Seed);
        Snapshot.Match(plan.Resolved.ToJsonString(new() { WriteIndented = true }));
    }

    [Fact]
    public void Lists_every_problem_with_its_place_and_the_nearest_name()
    {
        var error = Assert.Throws<PipelineException>(() => Pipelines.Check("""
            {
              "sed": 3,
              "data": { "use": "tiny", "train": 5000 },
              "teacher": { "use": "traind" },
              "distill": { "use": "offline", "studnet": { "use": "mlp" }, "epochs": "ten",
                           "loss": [ { "use": "soft-target", "temprature": 2 }, { "use": "mlp" }, { "use": "cross-entropy", "weight": "much" } ],
                           "optimizer": { "name": "adamm", "learning-rate": -1 }, "on": [ 3 ] },
              "average": "last"
            }
            """));

        Snapshot.Match(error.Message[error.Message.IndexOf("\n\n", StringComparison.Ordinal)..].TrimStart());
    }

    [Theory]
    [InlineData("distill.loss.0.temperature=8", 8)]
    [InlineData("""distill.loss.0={"use":"soft-target","temperature":8}""", 8)]
    public void One_value_can_be_set_from_the_command_line(string change, double expected) =>
        Assert.Equal(expected, Pipelines.Check(Pipelines.Tiny, change).Resolved["distill"]!["loss"]![0]!["temperature"]!.GetValue<double>());

    [Theory]
    [InlineData("distill.loss.7.temperature=8", "the list there has 2 entries, counted from 0")]
    [InlineData("distill.loss", "is no assignment")]
    [InlineData("name.first=x", "a plain value has no parts")]
    public void A_change_that_leads_nowhere_says_so(string change, string expected)
    {
        var error = Assert.Throws<UserErrorException>(() => Pipelines.Check(Pipelines.Tiny, change));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_of_the_file_start_at_the_file_and_paths_of_the_command_line_where_it_was_typed()
    {
        using var folder = new TemporaryFolder();
        const string Json = """{ "data": { "use": "text", "path": "reviews", "train": "a.tsv" }, "distill": { "use": "offline", "student": { "use": "ngram" }, "loss": [ { "use": "cross-entropy" } ] }, "evaluate": [ { "use": "classification" } ] }""";
        string PathOf(params string[] changes) => PipelinePlan.Check(Pipelines.File(folder, Json, changes), Pipelines.Catalog).Resolved["data"]!["path"]!.GetValue<string>();

        Assert.Equal(Path.Combine(folder.Path, "reviews"), PathOf());
        Assert.Equal(Path.GetFullPath("elsewhere"), PathOf("data.path=elsewhere"));
    }

    [Theory]
    [InlineData("{ \"data\": ", "pipeline.json:1")]
    [InlineData("{\n \"data\": {},\n \"data\" oops }", "pipeline.json:3")]
    [InlineData("[]", "the file holds no object")]
    [InlineData("", "the file is no JSON")]
    public void A_file_that_is_no_pipeline_names_the_line(string json, string expected)
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<UserErrorException>(() => Pipelines.File(folder, json));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("there is no file 'nowhere.json'", Assert.Throws<UserErrorException>(() => PipelineFile.Read("nowhere.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_key_that_stands_twice_is_refused() =>
        Assert.Contains("no JSON", Assert.Throws<UserErrorException>(() => Pipelines.Check("""{ "name": "a", "data": { "use": "tiny", "train": 3, "train": 4 } }""")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_seed_of_63_bits_arrives_whole() => Assert.Equal(9007199254740993, Pipelines.Check(Pipelines.Tiny, "seed=9007199254740993").Seed);

    [Theory]
    [InlineData("distill.on=[]", "the list is empty")]
    [InlineData("distill.loss=[]", "the list is empty")]
    [InlineData("""evaluate={"use":"classification"}""", "is no list")]
    [InlineData("distill.epochs=3000000000", "out of range")]
    [InlineData("distill.student.hidden=[3000000000]", "out of range")]
    public void Lists_and_whole_numbers_have_limits(string change, string expected) =>
        Assert.Contains(expected, Assert.Throws<PipelineException>(() => Pipelines.Check(Pipelines.Tiny, change)).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_point_zero_is_a_whole_number() => Assert.Equal("2.0", Pipelines.Check(Pipelines.Tiny, "distill.epochs=2.0").Resolved["distill"]!["epochs"]!.ToJsonString());

    [Theory]
    [InlineData("distill.loss.0.weight", "1")]
    [InlineData("distill.loss.0.temperature", "4")]
    [InlineData("distill.optimizer.name", "\"adam\"")]
    [InlineData("seed", "1")]
    [InlineData("average", null)]
    public void Null_is_taken_as_not_given(string place, string? expected)
    {
        System.Text.Json.Nodes.JsonNode? node = Pipelines.Check(Pipelines.Tiny, place + "=null").Resolved;
        foreach (var key in place.Split('.')) node = int.TryParse(key, out var at) ? node![at] : node![key];
        Assert.Equal(expected, node?.ToJsonString());
    }

    [Fact]
    public void Null_is_no_value_of_a_setting_that_must_be_given() =>
        Assert.Contains("a setting is missing", Assert.Throws<PipelineException>(() => Pipelines.Check(Pipelines.Tiny, "distill.student=null")).Message, StringComparison.Ordinal);
}
