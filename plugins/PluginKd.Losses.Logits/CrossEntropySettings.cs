using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Logits;

/// <summary>Hardness of the labels.</summary>
public sealed record CrossEntropySettings
{
    /// <summary>Share of each target spread evenly over the classes, 0 to 1, no unit.</summary>
    [Range(0, 1)]
    public double LabelSmoothing { get; init; }
}
