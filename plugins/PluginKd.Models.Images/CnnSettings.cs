using System.ComponentModel.DataAnnotations;

namespace PluginKd.Models.Images;

/// <summary>Size of a small convolutional network.</summary>
public sealed record CnnSettings
{
    /// <summary>Feature maps of each layer; between two layers height and width are halved.</summary>
    [Range(1, 100_000)]
    [MinLength(1)]
    public IReadOnlyList<int> Channels { get; init; } = [16, 32, 64];

    /// <summary>Height and width of a window, pixels, an odd number.</summary>
    [Range(1, 31)]
    public int Kernel { get; init; } = 3;

    /// <summary>Share of the units before the last layer dropped in training, 0 to 1, no unit.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Dropout { get; init; }

    /// <summary>Channels, height and width, as which rows of numbers are seen; images say their shape themselves.</summary>
    [Range(1, 65_536)]
    public IReadOnlyList<int> RowsAs { get; init; } = [];
}
