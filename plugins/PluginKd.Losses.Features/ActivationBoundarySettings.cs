using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Features;

/// <summary>Which layers are compared, and by how much a neuron should be on its side.</summary>
public sealed record ActivationBoundarySettings : RegressedSettings
{
    /// <summary>Margin m, in the features' unit.</summary>
    [Range(0, 1_000_000)]
    public double Margin { get; init; } = 1;
}
