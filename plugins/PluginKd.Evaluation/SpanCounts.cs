namespace PluginKd.Evaluation;

/// <summary>Counts spans that are right, predicted and true, in all and for each type.</summary>
internal sealed class SpanCounts
{
    private readonly SortedDictionary<string, SpanCount> _byType = new(StringComparer.Ordinal);

    /// <summary>Sequences that were counted.</summary>
    public int Sequences { get; private set; }

    /// <summary>Spans of all types.</summary>
    public SpanCount All => _byType.Values.Aggregate(default(SpanCount), (sum, type) => new(sum.Right + type.Right, sum.Predicted + type.Predicted, sum.Wanted + type.Wanted));

    /// <summary>Spans of each type that occurs, by ordinal.</summary>
    public IReadOnlyDictionary<string, SpanCount> ByType => _byType;

    /// <summary>Mean F1 of the types that occur; 0 without any.</summary>
    public double MacroF1 => _byType.Values.Select(type => type.F1).DefaultIfEmpty().Average();

    /// <summary>Counts the spans of one sequence.</summary>
    public void Add(List<TagSpan> gold, List<TagSpan> predicted)
    {
        Sequences++;
        foreach (var span in gold) Count(span, new(0, 0, 1));
        foreach (var span in predicted) Count(span, new(0, 1, 0));
        foreach (var span in gold.Intersect(predicted)) Count(span, new(1, 0, 0));
    }

    /// <summary>Lays the counts out for a report.</summary>
    public Table ToTable() => new("Spans by type", ["type", "precision", "recall", "F1", "right", "predicted", "true"], [.. _byType.Select(type => Row(type.Key, type.Value))]);

    private static IReadOnlyList<string> Row(string type, SpanCount count) =>
        [type, Text($"{count.Precision:0.0000}"), Text($"{count.Recall:0.0000}"), Text($"{count.F1:0.0000}"), Text($"{count.Right}"), Text($"{count.Predicted}"), Text($"{count.Wanted}")];

    private static string Text(FormattableString number) => FormattableString.Invariant(number);

    private void Count(TagSpan span, SpanCount more)
    {
        var now = _byType.GetValueOrDefault(span.Type);
        _byType[span.Type] = new(now.Right + more.Right, now.Predicted + more.Predicted, now.Wanted + more.Wanted);
    }
}

/// <summary>Numbers of spans.</summary>
/// <param name="Right">Predicted ones that are true.</param>
/// <param name="Predicted">All predicted ones.</param>
/// <param name="Wanted">All true ones.</param>
internal readonly record struct SpanCount(int Right, int Predicted, int Wanted)
{
    /// <summary>Share of the predicted spans that are right, 0 to 1.</summary>
    public double Precision => Predicted == 0 ? 0 : Right / (double)Predicted;

    /// <summary>Share of the true spans that are found, 0 to 1.</summary>
    public double Recall => Wanted == 0 ? 0 : Right / (double)Wanted;

    /// <summary>Harmonic mean of the two, 0 to 1.</summary>
    public double F1 => Right == 0 ? 0 : 2.0 * Right / (Predicted + Wanted);
}
