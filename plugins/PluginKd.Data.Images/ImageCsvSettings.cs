using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Images;

/// <summary>Which file holds the pixels, and how it is split.</summary>
public sealed record ImageCsvSettings
{
    /// <summary>The file, relative to the pipeline file; found with .gz behind its name too.</summary>
    [KdPath]
    public required string Path { get; init; }

    /// <summary>Whether the first line holds headings.</summary>
    public bool Header { get; init; }

    /// <summary>What is done with a row of another number of columns, or with a pixel that is no number.</summary>
    public OnError OnError { get; init; } = OnError.Refuse;

    /// <summary>Width of an image, pixels; with a height, examples are images [C, H, W], else rows of pixels [D].</summary>
    [Range(1, 65_536)]
    public int? Width { get; init; }

    /// <summary>Height of an image, pixels.</summary>
    [Range(1, 65_536)]
    public int? Height { get; init; }

    /// <summary>Channels of an image, one whole plane after another.</summary>
    [Range(1, 1_024)]
    public int Channels { get; init; } = 1;

    /// <summary>Number that the pixel values are divided by, usually their largest, no unit.</summary>
    [Range(1e-9, 1e9)]
    public double Scale { get; init; } = 255;

    /// <summary>Share of the examples, 0 to 1, that becomes the test split, class by class.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double TestShare { get; init; } = 0.2;

    /// <summary>Share of the examples, 0 to 1, that becomes the validation split, class by class; 0 leaves it out.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double ValidationShare { get; init; }

    /// <summary>Labelled examples of each class, drawn from the training images, that make the further split few.</summary>
    [Range(1, 1_000_000)]
    public int? FewLabels { get; init; }
}
