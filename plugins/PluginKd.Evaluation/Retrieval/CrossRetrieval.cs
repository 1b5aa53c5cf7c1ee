using System.Globalization;

namespace PluginKd.Evaluation;

/// <summary>How well one side of pairs finds the other, both ways, such as images their captions and captions their images: R@k, median place, and queries a second.</summary>
/// <remarks>
/// <para>Of the true pairs of a split the different firsts (by group; without groups, texts by their words) and the different seconds (by their words) make two galleries. To-second: every first is held against every
/// second; its place is the best place of a second that belongs to it. To-first: the same the other way round. R@k: share of the queries whose place is k or better. The pairs that are labelled as wrong ones are not looked at: every pair that
/// is not a true one is a wrong candidate.</para>
/// <para>Score: ln(p / (1 − p)) of the positive class. A network with the signals <c>first</c> and <c>second</c> (<c>dual-encoder</c>) embeds each side, and the scores are one matrix product of both; if the products do not order the embedded
/// pairs as the network's own scores do, and for every other network, it runs on all F·S pairs (<c>pairs-run</c>). Order: highest score first; of equal scores the candidate that stands first in the
/// split, so that a network that answers alike throughout gets what the order gives, which is about chance.</para>
/// <para>Source: the task and R@k: Hodosh, Young and Hockenmaier (2013), DOI 10.1613/jair.3994. Departure: captions of the same words are one candidate, right for all their images.</para>
/// </remarks>
/// <param name="settings">Positive class, places, gallery.</param>
[KdPlugin("cross-retrieval", Settings = typeof(CrossRetrievalSettings))]
public sealed class CrossRetrieval(CrossRetrievalSettings settings) : IEvaluator, IChecksData
{
    /// <inheritdoc />
    public IEnumerable<UserErrorException> Check(DataBundle data)
    {
        if (settings.Positive is { } positive && !data.Classes.Contains(positive)) yield return PositiveClass.Unknown(data.Classes, positive);
        if (data.Modality is not (Modality.ImageText or Modality.TextPair)) yield return TruePairs.NoPairs("use");
        else if (data.Modality == Modality.ImageText && data.Splits.All(split => split.Groups is null)) yield return TruePairs.NoGroups("use");
    }

    /// <inheritdoc />
    public Measurement Measure(EvaluationContext context)
    {
        using var scope = NewDisposeScope();
        var positive = PositiveClass.Find(context.Classes, settings.Positive);
        var pairs = TruePairs.Of(context.Examples, positive, settings.Gallery);
        var inputs = (PairInputs)context.Examples.Inputs;
        var (scorer, firsts, seconds) = (new PairScores(context, positive), inputs.First.Take(pairs.Firsts), inputs.Second.Take(pairs.Seconds));
        scorer.WarmUp(firsts, seconds);
        var start = context.Stage.Clock.GetTimestamp();
        var scores = scorer.Of(firsts, seconds);
        var (toSecond, toFirst) = (Ranks.Of(scores, pairs.SecondsOf), Ranks.Of(scores.t(), pairs.FirstsOf));
        var time = context.Stage.Clock.GetElapsedTime(start).TotalSeconds;
        int[] cutoffs = [.. settings.Cutoffs.Distinct()];
        return new Measurement(
            [
                .. Metrics(toSecond, "to-second", cutoffs), .. Metrics(toFirst, "to-first", cutoffs),
                new("rsum", cutoffs.Sum(k => toSecond.Recall(k) + toFirst.Recall(k)), "sum of ratios"),
                new("firsts", pairs.Firsts.Count, "inputs"), new("seconds", pairs.Seconds.Count, "inputs"), new("pairs-run", scorer.Run, "pairs"),
                // A clock that stands still knows no speed.
                .. time > 0 ? [new Metric("queries-per-second", (pairs.Firsts.Count + pairs.Seconds.Count) / time, "queries/s") { Varies = true }] : Array.Empty<Metric>(),
            ],
            [Table([("to-second", toSecond), ("to-first", toFirst)], cutoffs)]);
    }

    private static IEnumerable<Metric> Metrics(Ranks places, string direction, int[] cutoffs) =>
        [.. cutoffs.Select(k => new Metric(Text($"r@{k}/{direction}"), places.Recall(k), "ratio")), new($"median-place/{direction}", places.Median, "place")];

    private static Table Table((string Direction, Ranks Places)[] both, int[] cutoffs) => new("Retrieval",
        ["direction", "queries", "candidates", .. cutoffs.SelectMany(k => new[] { Text($"r@{k}"), Text($"by chance {k}") })],
        [.. both.Select(one => (string[])
            [
                one.Direction, Text($"{one.Places.Found.Count}"), Text($"{one.Places.Candidates}"),
                .. cutoffs.SelectMany(k => new[] { Text($"{one.Places.Recall(k):0.0000}"), Text($"{one.Places.Chance(k):0.0000}") }),
            ])]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
