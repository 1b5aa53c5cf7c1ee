namespace PluginKd.Evaluation.Tests;

public class CalibrationTests
{
    // z[i,j] = 2 sin(0.7i + 1.3j + 0.1), labels 0 3 1 4: ECE(15), NLL and Brier were computed with PyTorch in float64.
    [Fact]
    public void Hits_the_golden_values()
    {
        var measurement = Measure(Waves, [0, 3, 1, 4]);
        Assert.Equal(0.3165082753, Value(measurement, "ece"), 1e-9);
        Assert.Equal(2.2883858983, Value(measurement, "nll"), 1e-9);
        Assert.Equal(1.0444877818, Value(measurement, "brier"), 1e-9);
    }

    // Two classes, z = (ln(p/(1−p)), 0) has confidence p: 0.6 right, 0.6 wrong, 0.9 right, 0.9 right, ten bins: |1/2 − 0.6|·1/2 + |1 − 0.9|·1/2 = 0.1.
    [Fact]
    public void Counts_by_hand()
    {
        var measurement = Measure(Confident(0.6, 0.6, 0.9, 0.9), [0, 1, 0, 0], bins: 10);
        Assert.Equal(0.1, Value(measurement, "ece"), 1e-12);
        Assert.Equal(0.1, Value(measurement, "mce"), 1e-12);
        // Of class 1: p = 0.4 twice, once right, and 0.1 twice, never right; the same gaps again.
        Assert.Equal(0.1, Value(measurement, "class-ece"), 1e-12);
        // One example a bin: |1 − 0.6|, |0 − 0.6|, |1 − 0.9| twice, in quarters.
        Assert.Equal((0.4 + 0.6 + 0.1 + 0.1) / 4, Value(measurement, "adaptive-ece"), 1e-12);
        Assert.Equal([["0.6", "2", "0.6000", "0.5000"], ["0.9", "2", "0.9000", "1.0000"]], measurement.Tables.Single().Rows);
    }

    // Three of four right at one confidence: the likeliest confidence is 3/4, so ln(p/(1−p))/τ = ln 3.
    [Fact]
    public void Finds_the_temperature_on_validation_and_scales_the_test_with_it()
    {
        var measurement = Measure(Confident(0.9, 0.9, 0.9, 0.9), [0, 0, 1, 1], validation: (Confident(0.9, 0.9, 0.9, 0.9), [0, 0, 0, 1]));
        Assert.Equal(Math.Log(9) / Math.Log(3), Value(measurement, "temperature"), 1e-9);
        Assert.Equal(0.9 - 0.5, Value(measurement, "ece"), 1e-9);
        Assert.Equal(0.75 - 0.5, Value(measurement, "scaled-ece"), 1e-9);
    }

    // All right: the colder the likelier, until the probabilities round to 1. All wrong: the warmer the likelier.
    [Theory]
    [InlineData(0.01, 0.1, 0, 0)]
    [InlineData(99.9, 100, 1, 1)]
    public void A_temperature_that_would_be_without_bounds_stays_within_them(double least, double most, params int[] labels) =>
        Assert.InRange(Value(Measure(Confident(0.9, 0.9), [0, 0], validation: (Confident(0.9, 0.9), labels)), "temperature"), least, most);

    [Fact]
    public void Says_nothing_of_scaling_without_a_validation_split() =>
        Assert.DoesNotContain(Measure(Confident(0.9), [0]).Metrics, metric => metric.Name.StartsWith("scaled-", StringComparison.Ordinal) || metric.Name == "temperature");

    [Fact]
    public void Scores_of_ten_thousand_and_equal_scores_stay_finite()
    {
        foreach (var logits in new[] { tensor(new[] { 1e4, -1e4, 0, 0 }).reshape(2, 2), zeros(2, 2, dtype: float64) })
            Assert.All(Measure(logits, [1, 0], validation: (logits, [1, 0])).Metrics, metric => Assert.True(double.IsFinite(metric.Value), metric.Name));
    }

    [Fact]
    public void Passes_over_examples_without_a_label_and_says_so_when_there_are_no_others()
    {
        Assert.Equal(Value(Measure(Confident(0.9), [0]), "nll"), Value(Measure(Confident(0.9, 0.6), [0, -1]), "nll"), 1e-12);
        Assert.Equal("no example of split 'test' has a label", Assert.Throws<UserErrorException>(() => Measure(Confident(0.9), [-1])).Found);
    }

    private static Tensor Waves => tensor(Enumerable.Range(0, 20).Select(k => 2 * Math.Sin((0.7 * (k / 5)) + (1.3 * (k % 5)) + 0.1)).ToArray()).reshape(4, 5);

    private static Tensor Confident(params double[] probabilities) =>
        tensor(probabilities.SelectMany(p => new[] { Math.Log(p / (1 - p)), 0 }).ToArray()).reshape(-1, 2);

    private static double Value(Measurement measurement, string name) => measurement.Metrics.Single(metric => metric.Name == name).Value;

    private static Measurement Measure(Tensor logits, int[] labels, int bins = 15, (Tensor Logits, int[] Labels)? validation = null)
    {
        string[] classes = [.. Enumerable.Range(0, (int)logits.size(1)).Select(c => $"{c}")];
        var context = new EvaluationContext(new() { Name = "evaluate", StageSeed = 1 }, null!, Examples("test", SplitRole.Test, labels), classes, logits, null)
        {
            Validation = validation is { } v ? new(() => new ValidationScores(Examples("validation", SplitRole.Validation, v.Labels), v.Logits)) : null,
        };
        return new Calibration(new CalibrationSettings { Bins = bins }).Measure(context);
    }

    private static Split Examples(string name, SplitRole role, int[] labels) =>
        new(name, role, new DenseInputs(zeros(labels.Length, 1)), labels, [.. labels.Select((_, i) => (long)i)]);
}
