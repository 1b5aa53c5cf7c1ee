using System.Globalization;

namespace PluginKd.Evaluation;

/// <summary>How well a network orders the candidates of each question: P@1, MAP, MRR, nDCG@k, R@k, and the questions that come off worst.</summary>
/// <remarks>
/// <para>Candidates of one group belong to one question. Score: ln(p / (1 − p)) of the positive class, which for two classes is z₁ − z₀; of grades <c>Σ over c of p_c·c</c>; p = softmax(z).
/// Order: highest score first; of equal scores the candidate that stands first in the split, so that a network that answers alike throughout gets what the file's order gives.</para>
/// <para>Of each question: P@1: 1 when the first candidate is right, else 0. AP: <c>1/R · Σ over right candidates at place r of (right ones down to r)/r</c>, R right ones in all. RR: 1 / place of the first
/// right one. nDCG@k: <c>Σ over places r to k of gain/log₂(r + 1)</c> over the same of the best order. R@k: share of the right ones among the first k. Metrics are means over the questions.</para>
/// <para>Questions without a right candidate are left out; so are those with right ones only, unless settings keep them. Candidates without a label are passed over. Only the candidates that the
/// split has are known here: what was not retrieved lowers no figure.</para>
/// <para>Source: nDCG: Järvelin and Kekäläinen (2002), DOI 10.1145/582415.582418; gain 2^grade − 1: Burges et al. (2005). Departures: the discount starts at the second place, log₂(r + 1).</para>
/// </remarks>
/// <param name="settings">Positive class, places.</param>
[KdPlugin("ranking", Settings = typeof(RankingSettings))]
public sealed class Ranking(RankingSettings settings) : IEvaluator, IChecksData
{
    private const int LongestShown = 60;

    /// <inheritdoc />
    public IEnumerable<UserErrorException> Check(DataBundle data)
    {
        if (settings.Positive is { } positive && !data.Classes.Contains(positive)) yield return PositiveClass.Unknown(data.Classes, positive);
        if (data.Splits.All(split => split.Groups is null)) yield return NoGroups("use");
    }

    /// <inheritdoc />
    public Measurement Measure(EvaluationContext context)
    {
        var examples = context.Examples;
        var groups = examples.OfTargets(examples.Groups ?? throw NoGroups($"split '{examples.Name}'"));
        var scores = Scores(context);
        var positive = PositiveClass.Find(context.Classes, settings.Positive);
        var all = Enumerable.Range(0, examples.Targets.Length).Where(i => examples.Targets[i] != Split.Unlabelled).GroupBy(i => groups[i])
            .Select(group => RankedQuestion.Of(group.Key, group, scores, i => settings.Graded ? examples.Targets[i] : examples.Targets[i] == positive ? 1 : 0)).ToList();
        if (all.Count == 0) throw Predictions.NoLabels(examples);
        var (without, full) = (all.Count(q => q.Relevant == 0), all.Count(q => q.Relevant == q.Grades.Count));
        var questions = all.Where(q => q.Relevant > 0 && (settings.AllPositive == AllPositiveRule.Keep || q.Relevant < q.Grades.Count)).ToList();
        if (questions.Count == 0)
            throw new UserErrorException($"of {all.Count} questions none can be measured: {without} have no right candidate, {full} have right ones only", "questions with right and wrong candidates",
                $"split '{examples.Name}'", "check 'positive', and that the groups of the data are its questions");
        return new Measurement([.. Metrics(questions), new("questions", questions.Count, "questions"), new("without-positive", without, "questions"), new("all-positive", full, "questions")],
            settings.Worst == 0 ? [] : [Worst(questions, examples)]);
    }

    private IEnumerable<Metric> Metrics(List<RankedQuestion> questions) =>
    [
        new("p@1", questions.Average(q => q.FirstPlace == 1 ? 1.0 : 0), "ratio"),
        new("map", questions.Average(q => q.AveragePrecision), "ratio"),
        new("mrr", questions.Average(q => 1.0 / q.FirstPlace), "ratio"),
        .. settings.Cutoffs.Distinct().Select(k => new Metric(Text($"ndcg@{k}"), questions.Average(q => q.DiscountedGain(k, settings.Gain)), "ratio")),
        .. settings.Cutoffs.Distinct().Select(k => new Metric(Text($"r@{k}"), questions.Average(q => q.Recall(k)), "ratio")),
    ];

    private double[] Scores(EvaluationContext context)
    {
        using var scope = NewDisposeScope();
        var where = $"split '{context.Examples.Name}'";
        if (!settings.Graded) return PositiveClass.LogOdds(context.Logits, PositiveClass.Find(context.Classes, settings.Positive), where).data<double>().ToArray();
        Predictions.RequireFinite(context.Logits, where);
        var z = context.Logits.to(float64);
        return z.softmax(1).matmul(arange(z.size(1), dtype: float64)).data<double>().ToArray();
    }

    private Table Worst(List<RankedQuestion> questions, Split examples)
    {
        var texts = (examples.Inputs as PairInputs)?.First as TextInputs;
        return new Table("Worst questions", ["question", "text", "candidates", "right", "first at", "average precision"],
            [.. questions.OrderBy(q => q.AveragePrecision).Take(settings.Worst).Select(q => new[]
            {
                Short(q.Name), Short(texts?.Texts[q.First] ?? ""), Text($"{q.Grades.Count}"), Text($"{q.Relevant}"), Text($"{q.FirstPlace}"), Text($"{q.AveragePrecision:0.0000}"),
            })]);
    }

    private static string Short(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static UserErrorException NoGroups(string where) => new("the examples have no groups, so that nobody knows which candidates belong to one question", "a group for each example: its question",
        where, "use a source that knows questions, such as question-candidates, or leave the evaluator 'ranking' out");
}
