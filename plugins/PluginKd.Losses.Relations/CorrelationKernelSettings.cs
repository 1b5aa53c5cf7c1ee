using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Relations;

/// <summary>Which signals are compared, and by which kernel.</summary>
public sealed record CorrelationKernelSettings : RelationSettings
{
    /// <summary>Sharpness γ of the kernel, no unit.</summary>
    [Range(1e-6, 10)]
    public double Gamma { get; init; } = 0.4;

    /// <summary>Highest power P of its Taylor series.</summary>
    [Range(1, 10)]
    public int Order { get; init; } = 2;
}
