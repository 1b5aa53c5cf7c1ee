using System.Text.RegularExpressions;

namespace PluginKd.Tool.Tests;

/// <summary>What <c>status</c> tells of a run in another process.</summary>
public partial class StatusCommandTests
{
    [Fact]
    public async Task A_folder_without_runs_says_so()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("no run has begun in this folder\n", await Status(folder));
    }

    [Fact]
    public async Task A_run_that_ended_is_complete()
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        await Kd.RunWithTestPluginsAsync(folder, "run", "p.json");
        Assert.Equal(".kd/runs/{time}-tiny  complete\n", await Status(folder));
    }

    [Theory]
    [InlineData]
    [InlineData("--isolate")]
    public async Task A_run_that_goes_on_shows_its_stage_and_step_and_a_killed_one_how_to_go_on(params string[] more)
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        using var process = await Kd.StartAsync(folder, "distill ", ["run", "p.json", "--set", "distill.epochs=1000000", .. more]);

        await Kd.UntilAsync(async () => Running().IsMatch(await Status(folder)));
        process.Kill();
        await process.WaitForExitAsync();

        Assert.Equal(".kd/runs/{time}-tiny  killed    `dotnet kd run` with the same pipeline goes on from the last checkpoint\n", await Status(folder));
        await Kd.UntilAsync(() => Task.FromResult(Processes.In(folder).Count == 0));
    }

    [Fact]
    public async Task What_is_no_record_is_passed_over()
    {
        using var folder = new TemporaryFolder();
        folder.File(".kd/runs/20000101-000000-odd/record.json", "{}");
        folder.File(".kd/runs/20000101-000001-odd/record.json", "{ \"status\": ");
        Assert.Equal("no run has begun in this folder\n", await Status(folder));
    }

    private static async Task<string> Status(TemporaryFolder folder)
    {
        var result = await Kd.RunAsync(folder, "status");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return Kd.Scrub(result.Output, folder);
    }

    [GeneratedRegex(@"^\.kd/runs/\{time\}-tiny  running   distill offline  epoch \d+/1000000  step \d+/\d+  loss .*\n$")]
    private static partial Regex Running();
}
