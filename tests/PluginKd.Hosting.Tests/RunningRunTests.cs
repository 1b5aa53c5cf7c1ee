namespace PluginKd.Hosting.Tests;

/// <summary>Whether a run goes on is seen from its process: the same one, not another that was given its number.</summary>
public sealed class RunningRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Me => ProcessIdentity.StartOf(Environment.ProcessId)!;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_whose_process_is_there_goes_on() =>
        Assert.Equal(("running", "teacher trained"), Look($$"""{ "process": {{Environment.ProcessId}}, "began": "{{Me}}", "stage": "teacher", "plugins": "trained" }"""));

    [Fact]
    public void A_run_that_looks_at_stored_results_first_goes_on_without_a_stage() =>
        Assert.Equal(("running", null), Look($$"""{ "process": {{Environment.ProcessId}}, "began": "{{Me}}" }"""));

    [Theory]
    [InlineData("another beginning")]
    [InlineData("")]
    public void A_process_of_the_same_number_that_began_at_another_time_is_another_one(string began) =>
        Assert.Equal(("killed", null), Look($$"""{ "process": {{Environment.ProcessId}}, "began": "{{began}}", "stage": "teacher", "plugins": "trained" }"""));

    [Fact]
    public void A_run_whose_process_is_gone_was_killed() => Assert.Equal(("killed", null), Look("""{ "process": 2147483647, "began": "once" }"""));

    [Theory]
    [InlineData("""{ "status": 5, "pipeline": "p", "started": "2000-01-01T00:00:00Z" }""")]
    [InlineData("""{ "status": "running", "pipeline": [], "started": "2000-01-01T00:00:00Z" }""")]
    [InlineData("""{ "status": "running", "pipeline": "p", "started": "once" }""")]
    [InlineData("""{ "status": "running", "status": "complete", "pipeline": "p", "started": "2000-01-01T00:00:00Z" }""")]
    public void What_is_no_record_is_passed_over(string record)
    {
        _folder.File(".kd/runs/20000101-000000-p/record.json", record);
        Assert.Empty(RunningRun.In(_folder.Path));
    }

    [Fact]
    public void A_run_is_there_for_others_from_its_first_moment_on()
    {
        var seen = new List<string>();
        Pipelines.Run(_folder, new LookingWatcher(() => seen.AddRange(RunningRun.In(_folder.Path).Select(run => run.Status))), CancellationToken.None, Pipelines.Tiny, "teacher.epochs=1", "distill.epochs=1");
        seen.Clear();
        Pipelines.Run(_folder, new LookingWatcher(() => seen.Add(RunningRun.In(_folder.Path).First().Status)), CancellationToken.None, Pipelines.Tiny, "teacher.epochs=1", "distill.epochs=1");
        Assert.Equal(["running"], seen.Distinct());
    }

    private (string Status, string? Stage) Look(string status)
    {
        _folder.File(".kd/runs/20000101-000000-p/record.json", """{ "status": "running", "pipeline": "p", "started": "2000-01-01T00:00:00Z" }""");
        _folder.File(".kd/runs/20000101-000000-p/status.json", status);
        var run = RunningRun.In(_folder.Path).Single();
        return (run.Status, run.Stage);
    }

    private sealed class LookingWatcher(Action look) : CollectingWatcher, IRunWatcher
    {
        void IRunWatcher.StageIsStored(string stage, string plugin, TimeSpan took, string summary) => look();

        void IRunWatcher.StageStarts(string stage, string plugin) => look();
    }
}
