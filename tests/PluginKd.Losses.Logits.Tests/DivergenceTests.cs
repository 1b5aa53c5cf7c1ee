namespace PluginKd.Losses.Logits.Tests;

/// <summary>How the plain losses on distributions hang together.</summary>
public class DivergenceTests
{
    private const double Exact = 1e-12;

    // pS = (1/4, 3/4), pT = (1/2, 1/2).
    private static readonly Tensor Student = tensor(new[] { Math.Log(0.25), Math.Log(0.75) }).reshape(1, 2);
    private static readonly Tensor Teacher = zeros(1, 2, float64);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cross_entropy_and_divergence_differ_by_the_entropy_of_the_teacher_and_have_one_gradient(double temperature)
    {
        var cross = Losses.Look(new SoftCrossEntropy(new() { Temperature = temperature }), Golden.Student(), Golden.Teacher());
        var divergence = Losses.Look(new SoftTarget(new() { Temperature = temperature, TemperatureSquared = false }), Golden.Student(), Golden.Teacher());
        var p = (Golden.Teacher() / temperature).softmax(1);
        Assert.Equal(-(p * p.log()).sum().ToDouble() / 4, cross.Value - divergence.Value, Exact);
        Assert.Equal(divergence.Gradient, cross.Gradient, (a, b) => Math.Abs(a - b) < Exact);
    }

    [Fact]
    public void Symmetric_is_the_mean_of_forward_and_reverse()
    {
        var (forward, reverse) = (Losses.Look(new SoftTarget(new() { Temperature = 2 }), Golden.Student(), Golden.Teacher()),
            Losses.Look(new ReverseKl(new() { Temperature = 2 }), Golden.Student(), Golden.Teacher()));
        var symmetric = Losses.Look(new SymmetricKl(new() { Temperature = 2 }), Golden.Student(), Golden.Teacher());
        Assert.Equal((forward.Value + reverse.Value) / 2, symmetric.Value, Exact);
        Assert.Equal(forward.Gradient.Zip(reverse.Gradient, (f, r) => (f + r) / 2), symmetric.Gradient, (a, b) => Math.Abs(a - b) < Exact);
        Assert.Equal(symmetric.Value, Losses.Value(new SymmetricKl(new() { Temperature = 2 }), Golden.Teacher(), Golden.Student()), Exact);
    }

    [Fact]
    public void Equal_the_hand_worked_values()
    {
        Assert.Equal((0.25 * Math.Log(0.5)) + (0.75 * Math.Log(1.5)), Losses.Value(new ReverseKl(new()), Student, Teacher), Exact);
        Assert.Equal(0.25, Losses.Value(new TotalVariation(new()), Student, Teacher), Exact);
        Assert.Equal(-0.5 * Math.Log(0.25 * 0.75), Losses.Value(new SoftCrossEntropy(new() { Temperature = 1 }), Student, Teacher), Exact);
        var squares = (Math.Pow(Math.Log(0.25), 2) + Math.Pow(Math.Log(0.75), 2)) / 2;
        Assert.Equal(squares / 4, Losses.Value(new LogitMse(new() { Temperature = 2 }), Student, Teacher), Exact);
    }

    [Theory]
    [InlineData("soft-target")]
    [InlineData("soft-cross-entropy")]
    [InlineData("reverse-kl")]
    [InlineData("symmetric-kl")]
    [InlineData("generalized-js")]
    [InlineData("top-k-soft-target")]
    [InlineData("dist")]
    public void Are_multiplied_by_the_squared_temperature_where_that_is_set(string id)
    {
        ILoss Loss(bool squared) => id switch
        {
            "soft-target" => new SoftTarget(new() { Temperature = 3, TemperatureSquared = squared }),
            "soft-cross-entropy" => new SoftCrossEntropy(new() { Temperature = 3, TemperatureSquared = squared }),
            "reverse-kl" => new ReverseKl(new() { Temperature = 3, TemperatureSquared = squared }),
            "symmetric-kl" => new SymmetricKl(new() { Temperature = 3, TemperatureSquared = squared }),
            "generalized-js" => new GeneralizedJs(new() { Temperature = 3, TemperatureSquared = squared }),
            "top-k-soft-target" => new TopKSoftTarget(new() { Temperature = 3, TemperatureSquared = squared }),
            _ => new Dist(new() { Temperature = 3, TemperatureSquared = squared }),
        };
        Assert.Equal(9 * Losses.Value(Loss(false), Golden.Student(), Golden.Teacher()), Losses.Value(Loss(true), Golden.Student(), Golden.Teacher()), Exact);
    }

    // A constant is part of the squared distance of logits: 3² more where nothing else differs.
    [Fact]
    public void Logit_mse_sees_a_constant_added_to_every_logit() =>
        Assert.Equal(9, Losses.Value(new LogitMse(new()), Golden.Teacher() + 3, Golden.Teacher()), Exact);

    [Fact]
    public void Total_variation_is_one_where_the_two_are_certain_of_different_classes() =>
        Assert.Equal(1, Losses.Value(new TotalVariation(new()), tensor(new[] { 1e4, 0 }).reshape(1, 2), tensor(new[] { 0, 1e4 }).reshape(1, 2)), Exact);

    // Standardised logits forget the scale: only the order and the relative distances count.
    [Fact]
    public void Standardized_soft_target_ignores_the_scale_of_an_examples_logits()
    {
        var loss = new SoftTarget(new() { Standardize = true });
        var each = tensor(new[] { 0.5, 3.0, 10, 100 }).reshape(4, 1);
        Assert.Equal(Losses.Value(loss, Golden.Student(), Golden.Teacher()), Losses.Value(loss, Golden.Student() * each, (Golden.Teacher() * 7) - each), 1e-6);
        Assert.Equal(0, Losses.Value(loss, Golden.Teacher() * 5, Golden.Teacher()), 1e-6);
    }
}
