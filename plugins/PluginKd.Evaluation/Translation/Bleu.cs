using PluginKd.Pieces;

namespace PluginKd.Evaluation;

/// <summary>How near to its references is what a network writes: BLEU of a whole split, as sacreBLEU counts it.</summary>
/// <remarks>
/// <para>The network writes a translation of each text, without a look at its reference; pieces are joined to texts, and these are cut into words anew (<see cref="BleuWords"/>), so that networks with other pieces can be compared.</para>
/// <para>Precision p_n: n-grams of all translations that their references have, too, none more often than there, ÷ n-grams of all translations. <c>BLEU = BP · exp(¼ · Σ ln p_n)</c>, n from 1 to 4;
/// <c>BP = min(1, exp(1 − r ÷ c))</c> with the words r of the references and c of the translations. The k-th precision without a match counts as 1 ÷ (2^k · n-grams).</para>
/// <para>Sentences without a reference are passed over. Source: Papineni et al. (2002), DOI 10.3115/1073083.1073135; words, smoothing and case as sacreBLEU (Post 2018, arXiv:1804.08771): <c>nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp</c>.
/// Departures: none.</para>
/// </remarks>
/// <param name="settings">Search.</param>
[KdPlugin("bleu", Settings = typeof(BleuSettings))]
public sealed class Bleu(BleuSettings settings) : IEvaluator, IChecksData
{
    /// <inheritdoc />
    public IEnumerable<UserErrorException> Check(DataBundle data)
    {
        if (data.Modality != Modality.Translation) yield return NoTranslations(data.Modality, "use");
    }

    /// <inheritdoc />
    public Measurement Measure(EvaluationContext context)
    {
        var examples = context.Examples;
        if (examples is not { TokenLabels: { } labels, Inputs: PairInputs { First: TextInputs { Texts: var texts } } }) throw NoTranslations(examples.Inputs.Modality, $"split '{examples.Name}'");
        if (context.Network.Generator is not { } generator)
            throw new UserErrorException($"a network of kind '{context.Network.GetName()}' does not write", "a network that writes translations", "evaluate", "use a model such as encoder-decoder, or take bleu out");
        int[] known = [.. Enumerable.Range(0, examples.Count).Where(i => labels[i].IndexOf(Split.Unlabelled) < 0)];
        if (known.Length == 0) throw Predictions.NoLabels(examples);
        // Of numbers that are none, some piece or other would be the likeliest.
        Predictions.RequireFinite(context.Logits, $"split '{examples.Name}'");
        var request = new GenerationRequest(context.Stage, context.Classes, settings.MaxLength) { Beam = settings.Beam, LengthPenalty = settings.LengthPenalty };
        var written = generator.Generate(examples.Inputs.Take(known), request).Select(pieces => Text(pieces, context.Classes)).ToList();
        var references = known.Select(i => Text(labels[i].ToArray(), context.Classes)).ToList();
        var counts = new BleuCounts();
        foreach (var (translation, reference) in written.Zip(references)) counts.Add(translation, reference);
        return new Measurement(
            [
                new("bleu", counts.Score, "points of 100"),
                .. counts.Precisions.Select((precision, n) => new Metric(FormattableString.Invariant($"precision-{n + 1}"), precision, "percent")),
                new("brevity-penalty", counts.BrevityPenalty, "ratio"),
                new("length-ratio", counts.LengthRatio, "factor"),
                new("sentences", known.Length, "sentences"),
            ],
            settings.Shown == 0 ? [] : [new Table("First sentences", ["text", "reference", "written"], [.. Enumerable.Range(0, Math.Min(settings.Shown, known.Length)).Select(i => new[] { texts[known[i]], references[i], written[i] })])]);
    }

    private static string Text(IEnumerable<int> pieces, IReadOnlyList<string> classes) => PieceText.Join(pieces.Select(piece => classes[piece]).Where(piece => piece != IGenerator.End));

    private static UserErrorException NoTranslations(Modality modality, string where) => new($"the data are {modality.Describe()}", Modality.Translation.Describe(), where,
        "take bleu out, or use a source of translations, such as parallel-text");
}
