namespace PluginKd.Sdk.Tests;

public class DivergencesTests
{
    // The inputs of the field's shared conventions: two examples, three classes; values worked out in double precision with PyTorch.
    private static readonly double[] Teacher = [2, -1, 0.5, 0.1, 0.2, 0.3];
    private static readonly double[] Student = [1, 0, 0, 0, 0.5, -0.5];

    private static LossBatch Batch(long[] labels, float[]? weights = null) => new()
    {
        Student = new Signals(),
        Labels = tensor(labels),
        GatherIndices = () => tensor(labels),
        AllLabelled = Array.TrueForAll(labels, l => l >= 0),
        Weights = weights is null ? null : tensor(weights).to(float64),
        StudentAgain = () => new Signals(),
    };

    [Theory]
    [InlineData(1, 0.1233578402)]
    [InlineData(4, 0.2115515655 / 16)]
    [InlineData(5, 0.2166342461 / 25)]
    public void Kullback_Leibler_is_the_batch_mean_of_the_sum_over_classes(double temperature, double expected)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(expected, Divergences.KullbackLeibler(tensor(Student).reshape(2, 3), tensor(Teacher).reshape(2, 3), temperature).ToDouble(), 1e-10);
    }

    [Fact]
    public void Cross_entropy_equals_the_reference_value()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(1.1158571923, Divergences.CrossEntropy(tensor(Student).reshape(2, 3), Batch([0, 2])).ToDouble(), 1e-10);
    }

    // By hand: ln(1 + 2e⁻¹) = 0.551444714 for the first example alone.
    [Fact]
    public void Unlabelled_examples_are_passed_over_and_a_batch_of_them_costs_nothing()
    {
        using var scope = NewDisposeScope();
        var logits = tensor(Student).reshape(2, 3);
        logits.requires_grad = true;
        Assert.Equal(Math.Log(1 + (2 * Math.Exp(-1))), Divergences.CrossEntropy(logits, Batch([0, -1])).ToDouble(), 1e-12);
        var none = Divergences.CrossEntropy(logits, Batch([-1, -1]));
        Assert.Equal(0, none.ToDouble());
        none.backward();
        Assert.Equal(0, logits.grad!.abs().sum().ToDouble());
    }

    [Fact]
    public void Weights_shift_the_mean()
    {
        using var scope = NewDisposeScope();
        Tensor S() => tensor(Student).reshape(2, 3);
        Tensor T() => tensor(Teacher).reshape(2, 3);
        var first = Divergences.KullbackLeibler(S().narrow(0, 0, 1), T().narrow(0, 0, 1), 2).ToDouble();
        var second = Divergences.KullbackLeibler(S().narrow(0, 1, 1), T().narrow(0, 1, 1), 2).ToDouble();

        Assert.Equal(((3 * first) + second) / 4, Divergences.KullbackLeibler(S(), T(), 2, Batch([0, 2], [3f, 1f])).ToDouble(), 1e-12);
        Assert.Equal(first, Divergences.KullbackLeibler(S(), T(), 2, Batch([0, 2], [1f, 0f])).ToDouble(), 1e-12);
    }

    [Fact]
    public void Names_both_shapes_when_they_differ()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => Divergences.KullbackLeibler(zeros(2, 3), zeros(2, 4), 1));
        Assert.Contains("[2, 3]", error.Message, StringComparison.Ordinal);
        Assert.Contains("[2, 4]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Logits_of_ten_thousand_stay_finite()
    {
        using var scope = NewDisposeScope();
        var student = tensor(new[] { 1e4, -1e4, 0, 0 }).reshape(2, 2);
        Assert.True(double.IsFinite(Divergences.KullbackLeibler(student, -student, 1).ToDouble()));
    }
}
