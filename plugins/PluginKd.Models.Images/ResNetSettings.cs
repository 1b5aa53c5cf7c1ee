using System.ComponentModel.DataAnnotations;

namespace PluginKd.Models.Images;

/// <summary>Size of a residual network for small images.</summary>
public sealed record ResNetSettings
{
    /// <summary>Layers with weights, 6n + 2: 8, 14, 20, 32, 44, 56, 110, …</summary>
    [Range(8, 1202)]
    public int Depth { get; init; } = 20;

    /// <summary>Feature maps of the first group; the second has twice, the third four times as many. An even number.</summary>
    [Range(2, 4_096)]
    public int Width { get; init; } = 16;

    /// <summary>Channels, height and width, as which rows of numbers are seen; images say their shape themselves.</summary>
    [Range(1, 65_536)]
    public IReadOnlyList<int> RowsAs { get; init; } = [];
}
