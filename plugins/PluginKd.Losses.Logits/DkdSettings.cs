using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Logits;

/// <summary>Shares of the two parts of distillation, and softness of the targets.</summary>
public sealed record DkdSettings
{
    /// <summary>Factor α of the part on the labelled class against all others, no unit.</summary>
    [Range(0, 1e6)]
    public double Alpha { get; init; } = 1;

    /// <summary>Factor β of the part among the other classes, no unit.</summary>
    [Range(0, 1e6)]
    public double Beta { get; init; } = 8;

    /// <summary>Temperature τ, no unit; 1 leaves the distributions as they are, more softens them.</summary>
    [Range(1e-3, 1e3)]
    public Schedule Temperature { get; init; } = 4;
}
