namespace PluginKd.Sdk.Testing;

/// <summary>Facts about selectors and augmenters.</summary>
internal static class SelectionFacts
{
    public static IReadOnlyList<FactDefinition> OfSelectors { get; } =
    [
        new("KD5501", "Weights and multiplicities are one for each example, finite and not negative",
            "The host refuses others in the middle of a run.", LookAtSelection),
    ];

    public static IReadOnlyList<FactDefinition> OfAugmenters { get; } =
    [
        new("KD5511", "New examples are of role train or unlabelled, and fit the data: modality, labels, shape",
            "The host joins them to the splits of their role.", LookAtExamples),
    ];

    private static string LookAtSelection(ConformanceRun run) => run.Each(settings =>
    {
        using var host = run.NewHost();
        var context = new SelectExercise(run.Subject).Context(host);
        var selection = ((ISelector)run.Make(settings)).Select(context);
        var counts = new[] { selection.Weights?.Length, selection.Multiplicities?.Length };
        if (counts.FirstOrDefault(count => count is { } given && given != context.Examples.Count) is { } wrong)
            Verdict.Fail($"it holds {wrong} values for {context.Examples.Count} examples");
        if (selection.Weights?.FirstOrDefault(w => !(w >= 0) || float.IsInfinity(w)) is { } weight and not 0)
            Verdict.Fail($"a weight is {weight}");
        if (selection.Multiplicities?.Min() is { } least and < 0) Verdict.Fail($"a multiplicity is {least}");
        return "";
    });

    private static string LookAtExamples(ConformanceRun run) => run.Each(settings =>
    {
        using var host = run.NewHost();
        var context = new AugmentExercise(run.Subject).Context(host);
        foreach (var split in ((IAugmenter)run.Make(settings)).Augment(context))
        {
            if (split.Role is not (SplitRole.Train or SplitRole.Unlabelled)) Verdict.Fail($"split '{split.Name}' is of role {split.Role}");
            if (split.Targets.Any(label => label < Split.Unlabelled || label >= context.Data.Classes.Count))
                Verdict.Fail($"split '{split.Name}' has a label that is no class");
            if (split.Role == SplitRole.Train && !split.IsLabelled)
                Verdict.Fail($"split '{split.Name}' of role train has an example without a label");
            try
            {
                context.Data["train"].Inputs.Concat([split.Inputs]);
            }
            catch (Exception problem) when (problem is ArgumentException or System.Runtime.InteropServices.ExternalException)
            {
                Verdict.Fail($"the inputs of split '{split.Name}' cannot be joined with the data: {problem.Message.Split('\n')[0]}");
            }
        }

        return "";
    });
}
