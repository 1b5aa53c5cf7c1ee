namespace PluginKd.Evaluation;

/// <summary>How well entities are found: precision, recall and F1 of spans, in all and for each type, as conlleval counts them.</summary>
/// <remarks>
/// <para>A predicted span is right if both its ends and its type are. Precision: right ÷ predicted; recall: right ÷ true; F1: 2·P·R ÷ (P + R), 0 where both are. Macro-F1: the mean F1 of the types that
/// labels or predictions have.</para>
/// <para>Spans are read off the names of the classes, IOB1, IOB2 or IOBES: a word goes on with the span before it exactly if its letter is I or E, that of the word before B or I, and both have one type;
/// else it begins one. So an I- without B- begins a span. Names without such a letter are types themselves, and words of one name, side by side, a span.</para>
/// <para>Sequences with a word without a label are passed over. Source: Tjong Kim Sang and De Meulder (2003), CoNLL-2003 shared task, and the rules of its program. Departures: shares run to 1, not to
/// 100; S- and names without a letter, which that program does not know.</para>
/// </remarks>
[KdPlugin("span-f1")]
public sealed class SpanF1 : IEvaluator
{
    /// <inheritdoc />
    public Measurement Measure(EvaluationContext context)
    {
        var examples = context.Examples;
        var labels = examples.TokenLabels ?? throw new UserErrorException($"the labels of split '{examples.Name}' are of examples, not of words", "sequences of words, each with a tag", "evaluate",
            "take span-f1 out, or give data with a tag for each word, such as conll");
        var predictions = Predictions.Of(context.Logits, $"split '{examples.Name}'");
        var counts = new SpanCounts();
        for (var (i, start) = (0, 0); i < labels.Count; start = (int)labels.Ends[i++])
        {
            var gold = labels[i].ToArray();
            if (Array.IndexOf(gold, Split.Unlabelled) < 0) counts.Add(Names(gold), Names(Array.ConvertAll(predictions[start..(start + gold.Length)], c => (int)c)));
        }

        if (counts.Sequences == 0) throw Predictions.NoLabels(examples);
        return new Measurement(
            [
                new("span-precision", counts.All.Precision, "ratio"),
                new("span-recall", counts.All.Recall, "ratio"),
                new("span-f1", counts.All.F1, "ratio"),
                new("span-macro-f1", counts.MacroF1, "ratio"),
                new("spans", counts.All.Wanted, "spans"),
                .. counts.ByType.Select(type => new Metric($"span-f1/{type.Key}", type.Value.F1, "ratio")),
            ],
            [counts.ToTable()]);

        List<TagSpan> Names(int[] classes) => TagSpans.Of(Array.ConvertAll(classes, c => context.Classes[c]));
    }
}
