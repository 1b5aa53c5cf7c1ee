using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace PluginKd.Tool.Tests;

/// <summary><c>run --isolate</c> with stages that take their process with them: the tool, the store and the next run stay whole.</summary>
public class IsolatedRunTests
{
    private static readonly string[] Isolated = ["run", "p.json", "--isolate", "--set", "evaluate.0.use=ends"];

    private static readonly string[] NeverReturns = ["run", "p.json", "--isolate", "--set", "evaluate.0.use=never-returns"];

    [Fact]
    public async Task Processes_of_their_own_make_the_same_bytes()
    {
        using var alone = Project();
        using var isolated = Project();

        Assert.Equal(0, (await Kd.RunWithTestPluginsAsync(alone, "run", "p.json", "--threads", "1")).ExitCode);
        Assert.Equal(0, (await Kd.RunWithTestPluginsAsync(isolated, "run", "p.json", "--threads", "1", "--isolate")).ExitCode);

        foreach (var network in new[] { "teacher.safetensors", "student.safetensors" }) Assert.Equal(Bytes(alone, network), Bytes(isolated, network));
    }

    [Fact]
    public Task A_stage_that_is_killed() => Ends(1, "killed");

    [Fact]
    public Task A_stage_that_crashes_in_native_code() => Ends(1, "crashes");

    [Fact]
    public Task A_stage_whose_native_code_gives_up() => Ends(1, "gives-up");

    [Fact]
    public Task A_stage_that_exits() => Ends(1, "exits");

    [Fact]
    public Task A_stage_that_exits_with_a_number_below_zero() => Ends(1, "exits-below-zero");

    [Fact]
    public Task A_stage_whose_thread_throws() => Ends(1, "throws-in-a-thread");

    [Fact]
    public Task A_stage_that_throws() => Ends(3, "throws");

    [Fact]
    public async Task A_stage_that_takes_all_memory()
    {
        using var folder = Project();
        folder.File("end.txt", "takes-all-memory");
        // .NET sets aside more addresses than the limit gives unless its heap has one too.
        const string Limited = "ulimit -v 30000000; export DOTNET_GCHeapHardLimit=0x20000000; exec dotnet exec \"$@\"";
        var result = await ProcessResult.OfShellAsync(Limited, folder.Path, [Places.Tool, .. Isolated, "--plugin-path", Places.TestPlugins]);

        Assert.StartsWith("exit code 1\nmemory ran out: ", Kd.Message(result, folder), StringComparison.Ordinal);
        await GoesOn(folder);
    }

    [Fact]
    public async Task A_stage_that_prints_is_heard()
    {
        using var folder = Project();
        var result = await Kd.RunWithTestPluginsAsync(folder, "run", "p.json", "--isolate", "--set", "evaluate.0.use=prints");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("evaluate prints prints: measuring with care\nevaluate prints prints: and in parts: here\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_that_speaks_as_the_host_does_is_taken_for_a_stage_that_prints()
    {
        using var folder = Project();
        folder.File("end.txt", "speaks-as-the-host");
        var result = await Kd.RunWithTestPluginsAsync(folder, Isolated);
        Assert.True(result.ExitCode == 0, result.Error);
        foreach (var line in new[] { "{\"error\":1}", "{\"log\":\"Loud\"}", "no line" })
            Assert.Contains($"evaluate ends prints: {line}", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_that_reads_the_console_finds_nothing_there()
    {
        using var folder = Project();
        folder.File("end.txt", "reads");
        var result = await Kd.RunWithTestPluginsAsync(folder, Isolated).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("evaluate ends prints: I read nothing\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leaves-a-thread", 0)]
    [InlineData("leaves-a-process", 1)]
    public async Task A_stage_that_leaves_something_behind_is_not_waited_for(string how, int exitCode)
    {
        using var folder = Project();
        folder.File("end.txt", how);
        var result = await Kd.RunWithTestPluginsAsync(folder, Isolated).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(exitCode, result.ExitCode);
        foreach (var left in Processes.In(folder)) Process.GetProcessById(left).Kill();
    }

    [Fact]
    public async Task A_run_that_leaves_a_thread_behind_ends_without_isolation_too()
    {
        using var folder = Project();
        folder.File("end.txt", "leaves-a-thread");
        var result = await Kd.RunWithTestPluginsAsync(folder, "run", "p.json", "--set", "evaluate.0.use=ends").WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_stage_that_never_returns_is_ended_after_the_grace_period()
    {
        using var folder = Project();
        using var process = await Kd.StartAsync(folder, "warning: here I stay", NeverReturns);
        Assert.Equal(2, Processes.In(folder).Count);

        await Processes.InterruptAsync(folder);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(130, process.ExitCode);
        Snapshot.Match(Kd.Message(new ProcessResult(process.ExitCode, "", await output + await error), folder));
        await GoesOn(folder);
    }

    [Fact]
    public async Task A_stage_whose_host_was_killed_ends_by_itself()
    {
        using var folder = Project();
        using var process = await Kd.StartAsync(folder, "warning: here I stay", NeverReturns);

        process.Kill();
        await process.WaitForExitAsync();
        Assert.Single(Processes.In(folder));
        await Kd.UntilAsync(() => Task.FromResult(Processes.In(folder).Count == 0), seconds: 10);

        await GoesOn(folder, isSwept: false);
        // Nobody was left to sweep: what was half-made waits, unused, for the next run of that very stage or for this.
        Assert.Equal(0, (await Kd.RunAsync(folder, "store", "prune", "--all")).ExitCode);
        Assert.Empty(HalfMade(folder));
    }

    [Fact]
    public async Task A_stage_whose_host_was_killed_after_the_wish_to_stop_ends_by_itself()
    {
        using var folder = Project();
        using var process = await Kd.StartAsync(folder, "warning: here I stay", NeverReturns);

        await Processes.InterruptAsync(folder);
        // The wish must reach the stage before the host goes.
        await Task.Delay(TimeSpan.FromSeconds(1));
        process.Kill();
        await process.WaitForExitAsync();
        await Kd.UntilAsync(() => Task.FromResult(Processes.In(folder).Count == 0), seconds: 10);
    }

    private static async Task Ends(int exitCode, string how, [CallerMemberName] string method = "")
    {
        using var folder = Project();
        folder.File("end.txt", how);
        var result = await Kd.RunWithTestPluginsAsync(folder, Isolated);
        Assert.Equal(exitCode, result.ExitCode);
        Snapshot.Match(Kd.Message(result, folder), method: method);
        await GoesOn(folder);
    }

    /// <summary>Nothing is left behind, and the next run takes up what was made before.</summary>
    private static async Task GoesOn(TemporaryFolder folder, bool isSwept = true)
    {
        Assert.Empty(Processes.In(folder));
        var verify = await Kd.RunAsync(folder, "store", "verify");
        Assert.Equal((0, "6 of 6 results are whole\n"), (verify.ExitCode, verify.Output));

        File.Delete(Path.Combine(folder.Path, "end.txt"));
        var next = await Kd.RunWithTestPluginsAsync(folder, Isolated);
        Assert.True(next.ExitCode == 0, next.Error);
        foreach (var stage in new[] { "data", "teacher", "distill" })
            Assert.Contains(next.Output.Split('\n'), line => line.StartsWith(stage + " ", StringComparison.Ordinal) && line.Contains(" from the store ", StringComparison.Ordinal));
        Assert.Contains("\nevaluate  done in ", next.Output, StringComparison.Ordinal);
        if (isSwept) Assert.Empty(HalfMade(folder));
    }

    private static IEnumerable<string> HalfMade(TemporaryFolder folder) =>
        Directory.EnumerateDirectories(Path.Combine(folder.Path, ".kd"), "made", SearchOption.AllDirectories);

    private static TemporaryFolder Project()
    {
        var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        return folder;
    }

    private static byte[] Bytes(TemporaryFolder folder, string file) =>
        File.ReadAllBytes(Directory.EnumerateFiles(Path.Combine(folder.Path, ".kd", "runs"), file, SearchOption.AllDirectories).Single());
}
