using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Logits;

/// <summary>Which of the two distributions the mixture is nearer to, and how soft they are.</summary>
public sealed record GeneralizedJsSettings
{
    /// <summary>Share β of the teacher in the mixture, 0 to 1, no unit; 0 is the divergence of soft-target, 1 that of reverse-kl.</summary>
    [Range(0, 1)]
    public double Beta { get; init; } = 0.5;

    /// <summary>Temperature τ, no unit; 1 leaves the distributions as they are, more softens them.</summary>
    [Range(1e-3, 1e3)]
    public Schedule Temperature { get; init; } = 1;

    /// <summary>Whether the loss is multiplied by τ², so that gradients keep their size whatever the temperature.</summary>
    public bool TemperatureSquared { get; init; } = true;
}
