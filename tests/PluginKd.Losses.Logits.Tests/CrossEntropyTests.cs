namespace PluginKd.Losses.Logits.Tests;

public class CrossEntropyTests
{
    // Per example, torch 1.13.1, float64, on the inputs of Golden.
    private static readonly double[] Each = [2.2125193171, 4.4091316877, 1.8117086943, 0.7201838942];

    [Fact]
    public void Equals_the_value_of_an_independent_program() => Assert.Equal(Each.Average(), Value(Golden.Labels), 1e-9);

    [Fact]
    public void Passes_over_examples_without_a_label() => Assert.Equal((Each[0] + Each[2]) / 2, Value([0, -1, 1, -1]), 1e-9);

    [Fact]
    public void Obeys_the_weights_of_examples() =>
        Assert.Equal(((3 * Each[0]) + Each[3]) / 4, Value(Golden.Labels, weights: [3, 0, 0, 1]), 1e-9);

    [Fact]
    public void Is_zero_with_zero_gradient_when_no_example_has_a_label()
    {
        var student = Golden.Student().requires_grad_();
        var loss = new CrossEntropy(new()).Evaluate(Golden.Batch(student, labels: [-1, -1, -1, -1]));
        loss.backward();
        Assert.Equal(0, loss.ToDouble());
        Assert.All(student.grad!.data<double>().ToArray(), g => Assert.Equal(0, g));
    }

    // Two classes, equal logits: every target costs ln 2, however it is smoothed.
    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(1)]
    public void Equals_the_hand_worked_value_with_smoothing(double smoothing)
    {
        var loss = new CrossEntropy(new() { LabelSmoothing = smoothing }).Evaluate(Golden.Batch(zeros(1, 2, float64), labels: [1]));
        Assert.Equal(Math.Log(2), loss.ToDouble(), 1e-12);
    }

    // Gradient of the mean: (softmax − one-hot) / N.
    [Fact]
    public void Has_the_gradient_worked_out_by_hand()
    {
        var probabilities = Golden.Student().softmax(1).data<double>().ToArray();
        var gradient = Golden.Gradient(new CrossEntropy(new()), Golden.Student(), null);
        for (var k = 0; k < gradient.Length; k++)
            Assert.Equal((probabilities[k] - (Golden.Labels[k / 5] == k % 5 ? 1 : 0)) / 4, gradient[k], 1e-12);
    }

    [Fact]
    public void Stays_finite_at_logits_of_ten_thousand() =>
        Assert.True(double.IsFinite(new CrossEntropy(new()).Evaluate(Golden.Batch(tensor(new[] { 1e4f, -1e4f }).reshape(1, 2), labels: [1])).ToDouble()));

    [Fact]
    public void Reads_labels_and_no_teacher()
    {
        var needs = new CrossEntropy(new()).Needs;
        Assert.True(needs.Labels);
        Assert.Empty(needs.Teacher);
    }

    private static double Value(long[] labels, float[]? weights = null) =>
        new CrossEntropy(new()).Evaluate(Golden.Batch(Golden.Student(), labels: labels, weights: weights)).ToDouble();
}
