namespace PluginKd.Evaluation;

/// <summary>Class scores of the examples that have a label.</summary>
/// <param name="Logits">[n, C], float64.</param>
/// <param name="Labels">n classes.</param>
internal sealed record LabelledScores(double[][] Logits, int[] Labels)
{
    /// <summary>Leaves out the examples without a label.</summary>
    /// <exception cref="UserErrorException">No example has one, or a score is no finite number.</exception>
    public static LabelledScores Of(Tensor logits, Split examples)
    {
        Predictions.RequireFinite(logits, $"split '{examples.Name}'");
        using var wide = logits.to(float64).contiguous();
        var (all, classes) = (wide.data<double>().ToArray(), (int)logits.size(1));
        int[] labelled = [.. Enumerable.Range(0, examples.Targets.Length).Where(i => examples.Targets[i] != Split.Unlabelled)];
        if (labelled.Length == 0) throw Predictions.NoLabels(examples);
        return new(Array.ConvertAll(labelled, i => all[(i * classes)..((i + 1) * classes)]), Array.ConvertAll(labelled, i => examples.Targets[i]));
    }

    /// <summary>Natural logarithms of the probabilities of one example at a temperature.</summary>
    public double[] LogProbabilities(int example, double temperature)
    {
        var scaled = Array.ConvertAll(Logits[example], z => z / temperature);
        var most = scaled.Max();
        var log = most + Math.Log(scaled.Sum(z => Math.Exp(z - most)));
        return Array.ConvertAll(scaled, z => z - log);
    }
}
