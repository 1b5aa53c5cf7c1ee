using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Logits;

/// <summary>Shares of the two kinds of correlation, and softness of both distributions.</summary>
public sealed record DistSettings
{
    /// <summary>Factor β of the correlation over the classes of an example, no unit.</summary>
    [Range(0, 1e6)]
    public double Beta { get; init; } = 1;

    /// <summary>Factor γ of the correlation over the examples of a class, no unit.</summary>
    [Range(0, 1e6)]
    public double Gamma { get; init; } = 1;

    /// <summary>Temperature τ, no unit; 1 leaves the distributions as they are, more softens them.</summary>
    [Range(1e-3, 1e3)]
    public Schedule Temperature { get; init; } = 1;

    /// <summary>Whether the loss is multiplied by τ².</summary>
    public bool TemperatureSquared { get; init; } = true;
}
