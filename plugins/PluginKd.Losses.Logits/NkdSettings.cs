using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Logits;

/// <summary>Share of the classes other than the label, and softness of their targets.</summary>
public sealed record NkdSettings
{
    /// <summary>Factor γ of the part among the other classes, no unit.</summary>
    [Range(0, 1e6)]
    public double Gamma { get; init; } = 1.5;

    /// <summary>Temperature τ of the other classes, no unit; the part of the label has none.</summary>
    [Range(1e-3, 1e3)]
    public Schedule Temperature { get; init; } = 1;
}
