using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Logits;

/// <summary>Softness of the targets.</summary>
public sealed record SoftTargetSettings
{
    /// <summary>Temperature τ, no unit; 1 leaves the distributions as they are, more softens them.</summary>
    [Range(1e-3, 1e3)]
    public Schedule Temperature { get; init; } = 4;

    /// <summary>Whether the loss is multiplied by τ², so that gradients keep their size whatever the temperature.</summary>
    public bool TemperatureSquared { get; init; } = true;

    /// <summary>Whether each example's logits, of both sides, are centred and divided by their standard deviation before the temperature; for three classes or more.</summary>
    public bool Standardize { get; init; }
}
