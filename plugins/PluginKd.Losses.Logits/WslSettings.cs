using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Logits;

/// <summary>Softness of the targets.</summary>
public sealed record WslSettings
{
    /// <summary>Temperature τ, no unit; 1 leaves the distributions as they are, more softens them.</summary>
    [Range(1e-3, 1e3)]
    public Schedule Temperature { get; init; } = 2;
}
