using System.Runtime.CompilerServices;

namespace PluginKd.Tool.Tests;

/// <summary>What <c>plan</c> says of every stage: whether it would run, why, and what it took the last time.</summary>
public class PlanCommandTests
{
    [Fact]
    public async Task Before_any_run()
    {
        using var folder = Project();
        await Shows(folder);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, ".kd")));
    }

    [Fact]
    public async Task After_a_run_all_is_stored()
    {
        using var folder = Project();
        await Ran(folder);
        await Shows(folder);
    }

    [Fact]
    public async Task One_setting_of_the_teacher_reaches_all_that_comes_after_it()
    {
        using var folder = Project();
        await Ran(folder);
        await Shows(folder, ["--set", "teacher.epochs=20"]);
    }

    [Fact]
    public async Task One_setting_of_a_loss_leaves_the_teacher_stored()
    {
        using var folder = Project();
        await Ran(folder);
        await Shows(folder, ["--set", "distill.loss.0.temperature=3"]);
    }

    [Fact]
    public async Task A_baseline_and_an_averager_are_new_and_an_averager_changes_the_distillation()
    {
        using var folder = Project();
        await Ran(folder);
        await Shows(folder, ["--set", "baseline=true", "--set", """average={"use":"mean-of-steps"}"""]);
    }

    [Fact]
    public async Task A_setting_of_the_averager_changes_the_distillation_and_not_the_baseline()
    {
        using var folder = Project();
        await Ran(folder, "--set", "baseline=true", "--set", """average={"use":"mean-of-steps"}""");
        await Shows(folder, ["--set", "baseline=true", "--set", """average={"use":"mean-of-steps","pause":0.1}"""]);
    }

    [Fact]
    public async Task After_a_kill_a_training_goes_on()
    {
        using var folder = Project();
        using var process = await Kd.StartAsync(folder, "distill ", "run", "p.json", "--checkpoint-every", "0.02", "--set", "distill.epochs=1000000");
        var work = Path.Combine(folder.Path, ".kd", "store", "work");
        await Kd.UntilAsync(() => Task.FromResult(Directory.EnumerateDirectories(work).Any(key => Directory.Exists(Path.Combine(key, "checkpoints")))));
        process.Kill();
        await process.WaitForExitAsync();

        await Shows(folder, ["--set", "distill.epochs=1000000"]);
    }

    [Fact]
    public async Task A_pipeline_of_another_name_is_measured_by_one_with_the_same_plugins()
    {
        using var folder = Project();
        await Ran(folder);
        await Shows(folder, ["--set", "name=other", "--set", "seed=5", "--set", """distill.loss=[{"use":"cross-entropy"}]"""]);
    }

    private static TemporaryFolder Project()
    {
        var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        return folder;
    }

    private static async Task Ran(TemporaryFolder folder, params string[] arguments)
    {
        var result = await Kd.RunWithTestPluginsAsync(folder, ["run", "p.json", .. arguments]);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    private static async Task Shows(TemporaryFolder folder, string[]? arguments = null, [CallerMemberName] string method = "")
    {
        var result = await Kd.RunWithTestPluginsAsync(folder, ["plan", "p.json", .. arguments ?? []]);
        Assert.Equal(0, result.ExitCode);
        Snapshot.Match(Kd.ScrubTable(result.Output, folder), method: method);
    }
}
