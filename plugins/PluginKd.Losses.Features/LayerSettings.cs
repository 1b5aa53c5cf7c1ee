using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Features;

/// <summary>Which layers are compared.</summary>
public record LayerSettings
{
    /// <summary>Pairs of layers; the losses of several are added up.</summary>
    [MinLength(1)]
    public required IReadOnlyList<LayerPair> Layers { get; init; }
}
