using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Logits;

/// <summary>Softness of both distributions.</summary>
public sealed record SymmetricKlSettings
{
    /// <summary>Temperature τ, no unit; 1 leaves the distributions as they are, more softens them.</summary>
    [Range(1e-3, 1e3)]
    public Schedule Temperature { get; init; } = 1;

    /// <summary>Whether the loss is multiplied by τ², so that gradients keep their size whatever the temperature.</summary>
    public bool TemperatureSquared { get; init; } = true;
}
