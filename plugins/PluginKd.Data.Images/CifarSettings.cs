using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Images;

/// <summary>Which CIFAR binary files make which split, and how pixels are normalised.</summary>
public sealed record CifarSettings
{
    /// <summary>Folder of the files, from the pipeline file on.</summary>
    [KdPath]
    public string Path { get; init; } = ".";

    /// <summary>Files with training images, joined in this order; found with .gz behind their names too, like the others. Needed where no domains are named.</summary>
    [KdPath(In = nameof(Path))]
    public IReadOnlyList<string> Train { get; init; } = [];

    /// <summary>Files with images for the final evaluation, joined in this order; an empty list leaves the test out.</summary>
    [KdPath(In = nameof(Path))]
    public IReadOnlyList<string> Test { get; init; } = [];

    /// <summary>Images from the beginning of the test files that are used; without it all of them.</summary>
    [Range(1, 1_000_000_000)]
    public int? TestLimit { get; init; }

    /// <summary>Domains with their files, in place of train and test; each is read as a whole and becomes what the next settings say.</summary>
    public IReadOnlyList<CifarDomain> Domains { get; init; } = [];

    /// <summary>Domains that are held out: each becomes a test split of its own, test-NAME.</summary>
    public IReadOnlyList<string> TestDomains { get; init; } = [];

    /// <summary>Domains whose images, without their labels, become the split unlabelled.</summary>
    public IReadOnlyList<string> UnlabelledDomains { get; init; } = [];

    /// <summary>File with the names of the classes, one a line, in the order of the labels; without it the labels are the names.</summary>
    [KdPath(In = nameof(Path))]
    public string? Classes { get; init; }

    /// <summary>Means of red, green and blue, subtracted from pixels of 0 to 1, no unit; an empty list subtracts nothing.</summary>
    [Range(-1e6, 1e6)]
    public IReadOnlyList<double> Mean { get; init; } = [];

    /// <summary>Standard deviations of red, green and blue, divided by after the means, no unit; an empty list divides by nothing.</summary>
    [Range(1e-9, 1e9)]
    public IReadOnlyList<double> Deviation { get; init; } = [];

    /// <summary>What is done with an image whose label is no class: one the class file does not name, or, without it, that training lacks.</summary>
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
