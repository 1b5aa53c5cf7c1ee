using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Relations;

/// <summary>Which signals are compared, and in what width.</summary>
public sealed record CorrelationConsecutiveSettings : RelationSettings
{
    /// <summary>Width that a linear layer brings each side to; without it the signals are compared as they are.</summary>
    [Range(1, 1_000_000)]
    public int? Width { get; init; }
}
