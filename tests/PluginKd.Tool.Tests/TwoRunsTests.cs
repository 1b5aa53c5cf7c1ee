using System.Text.Json;

namespace PluginKd.Tool.Tests;

/// <summary>Starts runs at the same time in one folder: they share one store, and each result is made once.</summary>
public class TwoRunsTests
{
    private static readonly string[] Stages = ["data", "teacher", "distill", "average", "evaluate"];

    [Theory]
    [InlineData]
    [InlineData("--isolate")]
    public async Task Three_runs_at_once_end_well_with_the_same_bits_and_make_each_result_once(params string[] more)
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        string[] arguments = ["run", "p.json", "--threads", "1", "--set", "teacher.epochs=300", "--set", "distill.epochs=100", "--set", """average={"use":"mean-of-steps"}""", .. more];

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Kd.RunWithTestPluginsAsync(folder, arguments)));

        Assert.All(results, result => Assert.True(result.ExitCode == 0, result.Error));
        var runs = Directory.EnumerateDirectories(Path.Combine(folder.Path, ".kd", "runs")).ToList();
        Assert.Equal(3, runs.Count);
        Assert.Single(runs.Select(run => Convert.ToHexString(File.ReadAllBytes(Path.Combine(run, "student.safetensors")))).Distinct());
        // Two makings of one stage would differ in the time that they took.
        Assert.Single(runs.Select(Makings).Distinct());
        Assert.All(Stages, stage => Assert.Single(results, result => result.Output.Contains($"{stage,-9} done in ", StringComparison.Ordinal)));
        Assert.All(Stages, stage => Assert.Single(runs, run => WasMade(run, stage)));
        Assert.Single(runs.Select(Losses).Distinct());
        // Processes that start anew for every stage may come too late to wait.
        if (more.Length == 0) Assert.Contains(results, result => result.Output.Contains("is being made by another run; waiting for it", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(folder.Path, ".kd", "store", "work")));
    }

    private static bool WasMade(string run, string stage) =>
        Records(run).Any(entry => entry.GetProperty("stage").GetString() == stage && !entry.GetProperty("stored").GetBoolean());

    /// <summary>What the trainings said, whichever run they were made by.</summary>
    private static string Losses(string run) => string.Join('\n', File.ReadLines(Path.Combine(run, "metrics.jsonl"))
        .Where(line => line.Contains("\"stage\":\"teacher\"", StringComparison.Ordinal) && !line.Contains("time-s", StringComparison.Ordinal)));

    private static JsonElement.ArrayEnumerator Records(string run) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(run, "record.json"))).RootElement.GetProperty("stages").EnumerateArray();

    private static string Makings(string run) => string.Join('\n', Records(run)
        .Where(stage => stage.GetProperty("stage").GetString() != "rehearsal")
        .Select(stage => $"{stage.GetProperty("stage")} {stage.GetProperty("key")} {stage.GetProperty("seconds")} {stage.GetProperty("peak-bytes")}"));
}
