namespace PluginKd.Evaluation;

/// <summary>Finds the temperature at which class scores are most likely.</summary>
internal static class TemperatureFit
{
    // Where every example is right the best temperature is 0, and where scores are upside down it is infinite.
    private const double Lowest = 0.01;
    private const double Highest = 100;
    private const int Halvings = 80;

    /// <summary>The τ of the smallest mean of −ln softmax(z/τ)(label), between 0.01 and 100.</summary>
    /// <remarks>In 1/τ this mean is convex: its slope, mean of Σc p_c·z_c − z(label), grows, and is 0 at the wanted place.</remarks>
    public static double On(LabelledScores scores)
    {
        var (low, high) = (1 / Highest, 1 / Lowest);
        for (var i = 0; i < Halvings; i++)
        {
            // Middle of the logarithms: the range is wide.
            var middle = Math.Sqrt(low * high);
            if (Slope(scores, middle) < 0) low = middle;
            else high = middle;
        }

        return 1 / Math.Sqrt(low * high);
    }

    private static double Slope(LabelledScores scores, double inverse)
    {
        var sum = 0.0;
        for (var i = 0; i < scores.Labels.Length; i++)
        {
            var (logits, logs) = (scores.Logits[i], scores.LogProbabilities(i, 1 / inverse));
            for (var c = 0; c < logits.Length; c++) sum += Math.Exp(logs[c]) * logits[c];
            sum -= logits[scores.Labels[i]];
        }

        return sum;
    }
}
