using System.Text.Json.Nodes;

namespace PluginKd.Tool.Tests;

/// <summary><c>run --from record.json</c>: a recorded run again, its bits held against what the record says.</summary>
public class RunFromTests
{
    [Theory]
    [InlineData]
    [InlineData("--isolate")]
    public async Task The_bits_agree(params string[] more)
    {
        using var folder = await Recorded(_ => { });
        var result = await Kd.RunWithTestPluginsAsync(folder, ["run", "--from", "record.json", .. more]);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.EndsWith("\nthe bits agree with record.json\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_setting_is_named_where_bits_differ()
    {
        using var folder = await Recorded(record => record["resolved"]!["distill"]!["loss"]![0]!["temperature"] = 3);
        await Differs(folder, "settings.loss.0.temperature (2 → 3)", "distill");
    }

    [Fact]
    public async Task Another_seed_is_named_where_bits_differ()
    {
        using var folder = await Recorded(record => record["resolved"]!["seed"] = 9);
        await Differs(folder, "seed (", "data", "teacher", "distill", "evaluate");
    }

    [Fact]
    public async Task Other_threads_are_named_where_the_same_parts_gave_other_bits()
    {
        using var folder = await Recorded(record =>
        {
            record["threads"] = 99;
            record["stages"]!.AsArray().Single(stage => (string)stage!["stage"]! == "distill")!["files"]!["student.safetensors"] = "0123";
        });

        var result = await Kd.RunWithTestPluginsAsync(folder, "run", "--from", "record.json", "--threads", "1");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("made of the same parts in another way: threads (99 → 1)\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p.json", "'p.json' is no record of a run")]
    [InlineData("nowhere.json", "'nowhere.json' is no record of a run")]
    [InlineData("empty.json", "'empty.json' is no record of a run")]
    [InlineData("odd.json", "'odd.json' is no record of a run")]
    [InlineData("record.json", "the recorded run is stopped")]
    public async Task What_cannot_be_repeated_is_refused(string file, string expected)
    {
        using var folder = await Recorded(record => record["status"] = "stopped");
        folder.File("empty.json", """{ "stages": [], "resolved": {} }""");
        folder.File("odd.json", """{ "status": "complete", "folder": "/", "resolved": {}, "stages": [ {} ] }""");

        var result = await Kd.RunWithTestPluginsAsync(folder, "run", "--from", file);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(expected + "\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_for_one_run_goes_with_it_when_plugins_cannot_be_made()
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        var result = await Kd.RunWithTestPluginsAsync(folder, "run", "p.json", "--fresh", "--set", "average.use=throws-in-constructor");
        Assert.Equal(3, result.ExitCode);
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(folder.Path, ".kd"), "fresh-*"));
    }

    /// <summary>Runs, and leaves a changed copy of the record beside the pipeline.</summary>
    private static async Task<TemporaryFolder> Recorded(Action<JsonNode> change)
    {
        var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        Assert.Equal(0, (await Kd.RunWithTestPluginsAsync(folder, "run", "p.json")).ExitCode);
        var record = JsonNode.Parse(File.ReadAllText(Directory.EnumerateFiles(Path.Combine(folder.Path, ".kd", "runs"), "record.json", SearchOption.AllDirectories).Single()))!;
        change(record);
        folder.File("record.json", record.ToJsonString());
        return folder;
    }

    private static async Task Differs(TemporaryFolder folder, string because, params string[] stages)
    {
        var result = await Kd.RunWithTestPluginsAsync(folder, "run", "--from", "record.json");

        Assert.True(result.ExitCode == 1, result.Output + result.Error);
        var differences = result.Output.Split('\n').Where(line => line.Contains(" has other bits (", StringComparison.Ordinal)).ToList();
        Assert.All(differences, line => Assert.Contains($"made of other parts: {because}", line, StringComparison.Ordinal));
        Assert.Equal(stages, differences.Select(line => line.Split(':')[0]).Distinct());
        Assert.EndsWith($"\n{differences.Count} result{(differences.Count == 1 ? "" : "s")} with other bits than record.json\n", result.Output, StringComparison.Ordinal);
    }
}
