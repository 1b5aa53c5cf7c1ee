namespace PluginKd.Sdk.Testing;

/// <summary>Facts about rehearsing, stopping and going on, of plugins that train networks.</summary>
internal static class RestartFacts
{
    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5405", "A rehearsal does at most one step of each training run",
            "The host rehearses the whole pipeline before the long work, to find what would otherwise come out after hours.", LookAtRehearsal),
        new("KD5406", "Stopped after some steps and run again with its checkpoints, it ends with the same bits",
            "A run that was stopped is not worth less than one that was not.", LookAtRestart),
    ];

    private static string LookAtRehearsal(ConformanceRun run) => run.Each(settings =>
    {
        using var host = run.NewHost();
        var checkpoints = new MemoryCheckpoints();
        host.Stage = host.Stage with { IsRehearsal = true, Checkpoints = checkpoints };
        try
        {
            run.Work(Exercise.For(run.Kind, run.Subject), settings, host);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            Verdict.Fail($"a rehearsal ends in {ConformanceRun.Describe(problem)}");
        }

        // Each training run opens a checkpoint; one that opens none is one run.
        var runs = Math.Max(1, checkpoints.Opened);
        if (host.Steps.Count > runs) Verdict.Fail($"a rehearsal reports {host.Steps.Count} steps of {runs} training run{(runs == 1 ? "" : "s")}: look at StageContext.IsRehearsal");
        return "";
    });

    private static string LookAtRestart(ConformanceRun run) => run.Each(settings =>
    {
        if (run.Unsteady(settings) is not null) Verdict.Skip("it does not repeat itself, see KD5010");
        using var host = run.NewHost();
        var whole = run.Work(Exercise.For(run.Kind, run.Subject), settings, host).Gave;
        var steps = host.Steps.Count;
        if (steps < 2) Verdict.Skip("fewer than two steps are reported, so there is no middle");
        var goesOn = true;
        foreach (var (at, isDue) in new[] { (1, false), (steps / 2, true), (steps - 1, false) })
            goesOn &= LookAtRestart(run, settings, whole, at, new MemoryCheckpoints(isDue));
        return goesOn ? "" : "it keeps no checkpoint and begins anew";
    });

    /// <summary>Stops after some steps and runs again; says whether a checkpoint was kept.</summary>
    private static bool LookAtRestart(ConformanceRun run, object? settings, Fingerprint whole, int at, MemoryCheckpoints checkpoints)
    {
        using KdTestHost host = run.NewHost(), next = run.NewHost();
        host.Stage = host.Stage with { Checkpoints = checkpoints };
        host.CancelAtStep = at;
        try
        {
            run.Work(Exercise.For(run.Kind, run.Subject), settings, host);
            Verdict.Skip("it does not stop, see KD5403");
        }
        catch (OperationCanceledException)
        {
            // As it should.
        }

        var kept = checkpoints.HasAny;
        checkpoints.BeginAgain();
        next.Stage = next.Stage with { Checkpoints = checkpoints };
        var gave = run.Work(Exercise.For(run.Kind, run.Subject), settings, next).Gave;
        if (gave.DifferenceFrom(whole) is { } found) Verdict.Fail($"{found} when it is stopped after step {at} and run again");
        return kept;
    }
}
