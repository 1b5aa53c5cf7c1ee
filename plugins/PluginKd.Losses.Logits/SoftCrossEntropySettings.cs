using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Logits;

/// <summary>Softness of the targets.</summary>
public sealed record SoftCrossEntropySettings
{
    /// <summary>Temperature τ, no unit; 1 leaves the distributions as they are, more softens them.</summary>
    [Range(1e-3, 1e3)]
    public Schedule Temperature { get; init; } = 4;

    /// <summary>Whether the loss is multiplied by τ²; without it gradients shrink with the square of the temperature.</summary>
    public bool TemperatureSquared { get; init; }
}
