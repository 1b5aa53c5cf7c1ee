namespace PluginKd.Sdk.Testing;

/// <summary>Facts about plugins that train networks: teachers and distillers.</summary>
internal static class TrainingFacts
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5401", "The networks that it gives are in evaluation mode", "Dropout left on makes every answer a draw.", LookAtMode),
        new("KD5402", "A wish to stop that is there at the start ends it within a second",
            "Ctrl-C must not be followed by minutes of work.", run => LookAtStop(run, atStep: null)),
        new("KD5403", "A wish to stop after the first step ends it within a second, in an OperationCanceledException",
            "The wish is looked at once a mini-batch at least.", run => LookAtStop(run, atStep: 1)),
        new("KD5404", "Progress goes forward, step by step, between nothing and all",
            "The display shows the share that is done and the time that is left.", LookAtProgress),
    ];

    private static string LookAtMode(ConformanceRun run) => run.Each(settings =>
    {
        using var host = run.NewHost();
        foreach (var network in Networks(run.Work(Exercise.For(run.Kind, run.Subject), settings, host)))
        {
            if (network.training) Verdict.Fail("a network is in training mode");
        }

        return "";
    });

    private static string LookAtStop(ConformanceRun run, int? atStep) => run.Each(settings =>
    {
        using var host = run.NewHost();
        host.CancelAtStep = atStep;
        if (atStep is null) host.Cancel();
        else if (Steps(run, settings) < 2) Verdict.Skip("fewer than two steps are reported, so there is no middle");
        try
        {
            run.Work(Exercise.For(run.Kind, run.Subject), settings, host);
        }
        catch (OperationCanceledException)
        {
            if (host.SinceCancel > Patience) Verdict.Fail($"it stopped {host.SinceCancel.TotalSeconds:0.0} s after the wish");
            return "";
        }

        Verdict.Fail("it went on to its end");
        return "";
    });

    private static string LookAtProgress(ConformanceRun run) => run.Each(settings =>
    {
        using var host = run.NewHost();
        run.Work(Exercise.For(run.Kind, run.Subject), settings, host);
        if (host.Steps.Count == 0) Verdict.Skip("no step is reported");
        var last = 0L;
        foreach (var step in host.Steps)
        {
            if (step.Moment.Share is not (>= 0 and <= 1)) Verdict.Fail($"a share of {step.Moment.Share} is reported");
            if (step.Moment.Step <= last) Verdict.Fail($"step {step.Moment.Step} is reported after step {last}");
            last = step.Moment.Step;
        }

        return $"{host.Steps.Count} steps";
    });

    private static int Steps(ConformanceRun run, object? settings)
    {
        using var host = run.NewHost();
        run.Work(Exercise.For(run.Kind, run.Subject), settings, host);
        return host.Steps.Count;
    }

    private static IEnumerable<Network> Networks(Exercise exercise) => exercise switch
    {
        TeacherExercise teacher => teacher.Networks.Values,
        DistillExercise { Student: { } student } => [student],
        _ => [],
    };
}
