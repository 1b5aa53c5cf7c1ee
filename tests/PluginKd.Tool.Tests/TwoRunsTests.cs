using System.Text.Json;

namespace PluginKd.Tool.Tests;

/// <summary>Starts runs at the same time in one folder: they share one store, and each result is made once.</summary>
public class TwoRunsTests
{
    [Fact]
    public async Task Three_runs_at_once_end_well_with_the_same_bits_and_make_each_result_once()
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        string[] arguments = ["run", "p.json", "--threads", "1", "--set", "teacher.epochs=300", "--set", "distill.epochs=100", "--set", """average={"use":"mean-of-steps"}"""];

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Kd.RunWithTestPluginsAsync(folder, arguments)));

        Assert.All(results, result => Assert.True(result.ExitCode == 0, result.Error));
        var runs = Directory.EnumerateDirectories(Path.Combine(folder.Path, ".kd", "runs")).ToList();
        Assert.Equal(3, runs.Count);
        Assert.Single(runs.Select(run => Convert.ToHexString(File.ReadAllBytes(Path.Combine(run, "student.safetensors")))).Distinct());
        // Two makings of one stage would differ in the time that they took.
        Assert.Single(runs.Select(Makings).Distinct());
        Assert.Contains(results, result => result.Output.Contains("is being made by another run; waiting for it", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(folder.Path, ".kd", "store", "work")));
    }

    private static string Makings(string run)
    {
        using var record = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(run, "record.json")));
        return string.Join('\n', record.RootElement.GetProperty("stages").EnumerateArray()
            .Where(stage => stage.GetProperty("stage").GetString() != "rehearsal")
            .Select(stage => $"{stage.GetProperty("stage")} {stage.GetProperty("key")} {stage.GetProperty("seconds")} {stage.GetProperty("peak-bytes")}"));
    }
}
