using System.Globalization;

namespace PluginKd.Evaluation;

/// <summary>Counts of labels (rows) against predictions (columns).</summary>
internal sealed class Confusion
{
    private readonly int[][] _counts;
    private readonly IReadOnlyList<string> _classes;

    private Confusion(IReadOnlyList<string> classes) =>
        (_classes, _counts) = (classes, [.. classes.Select(_ => new int[classes.Count])]);

    /// <summary>Share of right predictions.</summary>
    public double Accuracy => Classes().Sum(c => _counts[c][c]) / (double)_counts.Sum(row => row.Sum());

    /// <summary>Mean F1 of the classes that occur.</summary>
    /// <param name="left">Classes that are left out.</param>
    public double MacroF1(IReadOnlySet<int> left) => F1Parts(left).Select(c => c.Right / c.All).DefaultIfEmpty(double.NaN).Average();

    /// <summary>F1 of the classes together.</summary>
    /// <param name="left">Classes that are left out.</param>
    public double MicroF1(IReadOnlySet<int> left) => F1Parts(left).Sum(c => c.Right) / F1Parts(left).Sum(c => c.All);

    /// <summary>Counts the labelled examples.</summary>
    public static Confusion Count(EvaluationContext context, long[] predictions, int[] labelled)
    {
        var confusion = new Confusion(context.Classes);
        foreach (var i in labelled) confusion._counts[context.Examples.Targets[i]][predictions[i]]++;
        return confusion;
    }

    /// <summary>Lays the counts out for a report.</summary>
    public Table ToTable() => new("Confusion (rows: label, columns: prediction)", ["label", .. _classes],
        [.. Classes().Select(c => (IReadOnlyList<string>)[_classes[c], .. _counts[c].Select(n => n.ToString(CultureInfo.InvariantCulture))])]);

    // 2·TP and 2·TP + FP + FN of each class that occurs.
    private IEnumerable<(double Right, double All)> F1Parts(IReadOnlySet<int> left) => Classes().Where(c => !left.Contains(c))
        .Select(c => (Right: 2.0 * _counts[c][c], All: (double)(_counts[c].Sum() + _counts.Sum(row => row[c])))).Where(c => c.All > 0);

    private IEnumerable<int> Classes() => Enumerable.Range(0, _classes.Count);
}
