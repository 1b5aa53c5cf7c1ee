namespace PluginKd.Sdk.Testing;

/// <summary>Facts about what a loss remembers from batch to batch.</summary>
internal static class LossStateFacts
{
    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5111", "What remembers goes on in a new instance from its saved state and module with the same bits",
            "A run that was stopped goes on from its checkpoint, in another process.", run => Look(run, StateCheck.GoesOn)),
        new("KD5112", "SaveState changes nothing that follows, and LoadState copies what it is given",
            "A checkpoint must not change the run, and its tensors are gone when it is read.", run => Look(run, StateCheck.Owns)),
    ];

    private static string Look(ConformanceRun run, Action<Func<Remembering>> look) => run.Each(settings =>
    {
        if (!typeof(IKeepsState).IsAssignableFrom(run.Subject.Plugin) && !typeof(ITrainedLoss).IsAssignableFrom(run.Subject.Plugin))
            Verdict.Skip("the loss declares nothing that it remembers (IKeepsState, ITrainedLoss)");
        look(() => new RememberingLoss(run, settings));
        return "";
    });
}
