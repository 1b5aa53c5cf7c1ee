using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Features;

/// <summary>Which maps are compared, and how strength is measured.</summary>
public sealed record AttentionTransferSettings : LayerSettings
{
    /// <summary>Power p of the absolute values, no unit; more looks at the strongest channels.</summary>
    [Range(1, 10)]
    public double Power { get; init; } = 2;
}
