using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Logits;

/// <summary>Scale of the logits.</summary>
public sealed record LogitMseSettings
{
    /// <summary>Temperature τ, no unit, by which the logits of both sides are divided.</summary>
    [Range(1e-3, 1e3)]
    public Schedule Temperature { get; init; } = 1;
}
