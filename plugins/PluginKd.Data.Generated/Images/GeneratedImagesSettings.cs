using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Generated;

/// <summary>How many images to make, of what, and how hard.</summary>
public sealed record GeneratedImagesSettings
{
    /// <summary>Labelled images to learn from, examples.</summary>
    [Range(2, 1_000_000)]
    public int Train { get; init; } = 600;

    /// <summary>Images without labels to distil on, examples; 0 leaves the split out.</summary>
    [Range(0, 10_000_000)]
    public int Unlabelled { get; init; } = 6_000;

    /// <summary>Labelled images to choose settings by, examples; 0 leaves the split out.</summary>
    [Range(0, 1_000_000)]
    public int Validation { get; init; } = 600;

    /// <summary>Labelled images of the test split, and as many of each held-out domain, examples.</summary>
    [Range(2, 1_000_000)]
    public int Test { get; init; } = 1_200;

    /// <summary>What shapes the images show, the classes: at least two of circle, square, triangle, cross, ring, star.</summary>
    [MinLength(2)]
    public IReadOnlyList<string> Shapes { get; init; } = ["circle", "square", "triangle", "cross", "ring", "star"];

    /// <summary>In which manners they are drawn: some of flat, striped, dotted, outlined.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Domains { get; init; } = ["flat", "striped", "dotted", "outlined"];

    /// <summary>Domains that are held out: each becomes a test split of its own, test-NAME. Without a list it is outlined, where the domains have it and another one to learn from, else none.</summary>
    public IReadOnlyList<string>? TestDomains { get; init; }

    /// <summary>Domains whose images, without their labels, make the split unlabelled; without any it has the domains that are learned from.</summary>
    public IReadOnlyList<string> UnlabelledDomains { get; init; } = [];

    /// <summary>Height and width of an image, pixels.</summary>
    [Range(8, 256)]
    public int Side { get; init; } = 32;

    /// <summary>Deviation of the noise that is added to each sample of 0 to 1, no unit.</summary>
    [Range(0, 1)]
    public double Noise { get; init; } = 0.1;

    /// <summary>How far places, sizes and angles vary, 0 (always the same) to 1 (half of the image, twofold, any angle up to 45 degrees), no unit.</summary>
    [Range(0, 1)]
    public double Jitter { get; init; } = 0.5;

    /// <summary>Share of images with a second, paler shape of another class over the first, 0 to 1, no unit.</summary>
    [Range(0, 1)]
    public double Ambiguous { get; init; } = 0.1;
}
