using System.ComponentModel.DataAnnotations;

namespace PluginKd.Models.Dense;

/// <summary>What makes a hidden layer non-linear.</summary>
public enum Activation
{
    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>x·Φ(x), Φ the normal distribution function.</summary>
    Gelu,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,
}

/// <summary>Size of a multi-layer perceptron.</summary>
public sealed record MlpSettings
{
    /// <summary>Widths of the hidden layers, units; an empty list leaves a linear classifier.</summary>
    [Range(1, 100_000)]
    public IReadOnlyList<int> Hidden { get; init; } = [128];

    /// <summary>Share of the hidden units dropped in training, 0 to 1, no unit.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Dropout { get; init; }

    /// <summary>What makes the hidden layers non-linear.</summary>
    public Activation Activation { get; init; } = Activation.Relu;
}
