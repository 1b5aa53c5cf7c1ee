using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Features;

/// <summary>Which layers are compared, and how the teacher's features are predicted.</summary>
public sealed record VariationalInformationSettings : LayerSettings
{
    /// <summary>Width between the three layers that predict the mean; without it the teacher's.</summary>
    [Range(1, 1_000_000)]
    public int? Width { get; init; }

    /// <summary>Variance at the beginning, in the square of the features' unit; it is learned.</summary>
    [Range(0.001, 1_000_000)]
    public double Variance { get; init; } = 5;
}
