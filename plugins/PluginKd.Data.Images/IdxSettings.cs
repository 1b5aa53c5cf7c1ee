using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Images;

/// <summary>Which IDX files hold images and labels of which split.</summary>
public sealed record IdxSettings
{
    /// <summary>Folder of the files, from the pipeline file on.</summary>
    [KdPath]
    public string Path { get; init; } = ".";

    /// <summary>File with the training images; found with .gz behind its name too, like the others. Needed where no domains are named.</summary>
    [KdPath(In = nameof(Path))]
    public string? TrainImages { get; init; }

    /// <summary>File with the labels of the training images.</summary>
    [KdPath(In = nameof(Path))]
    public string? TrainLabels { get; init; }

    /// <summary>File with images for the final evaluation.</summary>
    [KdPath(In = nameof(Path))]
    public string? TestImages { get; init; }

    /// <summary>File with the labels of the test images.</summary>
    [KdPath(In = nameof(Path))]
    public string? TestLabels { get; init; }

    /// <summary>Images from the beginning of the test files that are used; without it all of them.</summary>
    [Range(1, 1_000_000_000)]
    public int? TestLimit { get; init; }

    /// <summary>Domains with their files, in place of the files above; each is read as a whole and becomes what the next settings say.</summary>
    public IReadOnlyList<IdxDomain> Domains { get; init; } = [];

    /// <summary>Domains that are held out: each becomes a test split of its own, test-NAME.</summary>
    public IReadOnlyList<string> TestDomains { get; init; } = [];

    /// <summary>Domains whose images, without their labels, become the split unlabelled.</summary>
    public IReadOnlyList<string> UnlabelledDomains { get; init; } = [];

    /// <summary>Height and width that every image is brought to, pixels; an empty list leaves images as they are.</summary>
    [Range(1, 65_536)]
    public IReadOnlyList<int> Resize { get; init; } = [];

    /// <summary>Number that the pixel values, 0 to 255, are divided by, no unit.</summary>
    [Range(1e-9, 1e9)]
    public double Scale { get; init; } = 255;

    /// <summary>What is done with an image whose label is no class: one that training lacks.</summary>
    public OnError OnError { get; init; } = OnError.Refuse;

    /// <summary>Share of the training images, 0 to 1, that becomes the test split, in each domain class by class; 0 leaves it out.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double TestShare { get; init; }

    /// <summary>Share of the training images, 0 to 1, that becomes the validation split, in each domain class by class; 0 leaves it out.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double ValidationShare { get; init; }

    /// <summary>Labelled examples of each class, drawn from the training images, that make the further split few.</summary>
    [Range(1, 1_000_000)]
    public int? FewLabels { get; init; }
}
