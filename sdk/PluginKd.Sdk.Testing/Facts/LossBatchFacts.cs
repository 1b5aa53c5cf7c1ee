namespace PluginKd.Sdk.Testing;

/// <summary>Facts about how a loss deals with the examples of a batch.</summary>
internal static class LossBatchFacts
{
    private const double Tolerance = 1e-9;

    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5107", "It is a mean: every example twice gives the same loss",
            "The loss would change with the batch size, and its weight in a sum with it.", LookAtDuplicates),
        new("KD5108", "The order of the examples does not matter", "Batches are shuffled.", LookAtOrder),
        new("KD5109", "An example of weight 0 counts nothing, one of weight 2 like two",
            "Selectors work by weights; a loss that passes over them undoes the selection without a word.", LookAtWeights),
        new("KD5110", "Examples without a label are passed over",
            "Label −1 is no class: it would be an error deep in a formula, or a wrong target.", LookAtLabels),
    ];

    private static string LookAtDuplicates(ConformanceRun run) =>
        PerExample(run, "every example twice", batch => batch, batch => batch.Take([.. All6.SelectMany(row => new[] { row, row })]));

    private static string LookAtOrder(ConformanceRun run) =>
        Same(run, "the same examples in another order", batch => batch, batch => batch.Take([.. All6.Reverse()]));

    private static string LookAtWeights(ConformanceRun run)
    {
        PerExample(run, "weight 0 instead of no example", batch => batch.Take(0, 1, 3, 4, 5), batch => batch with { Weights = [1, 1, 0, 1, 1, 1] });
        return PerExample(run, "weight 2 instead of the example twice", batch => batch.Take(0, 0, 1, 2, 3, 4, 5), batch => batch with { Weights = [2, 1, 1, 1, 1, 1] });
    }

    private static string LookAtLabels(ConformanceRun run) => run.Each(settings => LossLook.With(run, settings, (look, loss, examples) =>
    {
        if (!loss.Needs.Labels) Verdict.Skip("the loss reads no labels");
        var none = LossBench.Evaluate(loss, look.Host, examples with { Labels = [.. examples.Labels.Select(_ => (long)Split.Unlabelled)] }, float64);
        if (!none.IsFinite) Verdict.Fail("a batch without any label gives a loss or gradient that is not finite");
        if (!loss.Needs.IsPerExample) return;
        var (without, unlabelled) = (look.Value(settings, batch => batch.Take(0, 1, 3, 4, 5)),
            look.Value(settings, batch => batch with { Labels = [.. batch.Labels.Select((label, i) => i == 2 ? Split.Unlabelled : label)] }));
        Compare("an example without a label instead of no example", without, unlabelled);
    }));

    private static IEnumerable<int> All6 => Enumerable.Range(0, LossFixture.BatchSize);

    private static string PerExample(ConformanceRun run, string what, Func<LossExamples, LossExamples> one, Func<LossExamples, LossExamples> other)
    {
        return run.Each(settings => LossLook.With(run, settings, (look, loss, _) =>
        {
            if (!loss.Needs.IsPerExample) Verdict.Skip("the loss is one of relations between examples (LossNeeds.IsPerExample)");
            Compare(what, look.Value(settings, one), look.Value(settings, other));
        }));
    }

    private static string Same(ConformanceRun run, string what, Func<LossExamples, LossExamples> one, Func<LossExamples, LossExamples> other) =>
        run.Each(settings => LossLook.With(run, settings, (look, _, _) => Compare(what, look.Value(settings, one), look.Value(settings, other))));

    private static void Compare(string what, double expected, double found)
    {
        if (!(Math.Abs(expected - found) <= Tolerance * Math.Max(1, Math.Abs(expected))))
            Verdict.Fail($"{what} gives {found:R}, expected {expected:R}");
    }
}
