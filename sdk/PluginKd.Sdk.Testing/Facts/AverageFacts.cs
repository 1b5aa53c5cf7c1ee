namespace PluginKd.Sdk.Testing;

/// <summary>Facts about averagers.</summary>
internal static class AverageFacts
{
    private const double Tolerance = 1e-5;

    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5601", "The average of weights that never changed is these weights",
            "An average that is none would be a student that nobody trained.", LookAtStill),
        new("KD5602", "The average lies between the smallest and the largest weights that were seen",
            "It is an average of what was observed, and of nothing else.", LookAtRange),
        new("KD5603", "A new instance that loads the saved state, after any step or the last, writes the same average to the bit",
            "A run that was stopped goes on from checkpoints, and the average may be asked for in another process.", LookAtState),
        new("KD5604", "SaveState changes nothing that follows, and LoadState copies what it is given",
            "A checkpoint must not change the run, and its tensors are gone when it is read.", LookAtOwner),
    ];

    private static string LookAtStill(ConformanceRun run) => run.Each(settings =>
    {
        using var host = run.NewHost();
        Compare(run, run.Work(new AverageExercise(run.Subject) { Move = 0 }, settings, host).Student, 0, 0);
        return "";
    });

    private static string LookAtRange(ConformanceRun run) => run.Each(settings =>
    {
        using var host = run.NewHost();
        Compare(run, run.Work(new AverageExercise(run.Subject), settings, host).Student, 0.125, 4 * 0.125);
        return "";
    });

    private static string LookAtState(ConformanceRun run) => run.Each(settings =>
    {
        StateCheck.GoesOn(() => new RememberingAverager(run, settings));
        return "";
    });

    private static string LookAtOwner(ConformanceRun run) => run.Each(settings =>
    {
        StateCheck.Owns(() => new RememberingAverager(run, settings));
        return "";
    });

    private static void Compare(ConformanceRun run, Network student, double least, double most)
    {
        using var first = new TinyModel(run.Subject.Modality).CreateFrozen(3);
        var start = first.state_dict();
        foreach (var (name, value) in student.state_dict())
        {
            var moved = value - start[name];
            if (!(moved.min().ToDouble() >= least - Tolerance && moved.max().ToDouble() <= most + Tolerance))
                Verdict.Fail(FormattableString.Invariant($"'{name}' moved by {moved.min().ToDouble():G4} to {moved.max().ToDouble():G4}, and what was seen by {least} to {most}"));
        }
    }
}
