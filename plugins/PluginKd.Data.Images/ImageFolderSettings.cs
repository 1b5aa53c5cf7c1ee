using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Images;

/// <summary>Which folders hold the images, how large these are to be, and how they are split.</summary>
public sealed record ImageFolderSettings
{
    /// <summary>The folder, relative to the pipeline file: in it a folder for each class.</summary>
    [KdPath]
    public required string Path { get; init; }

    /// <summary>Folder in path with the training images, a folder for each class in it; without it path itself is that folder.</summary>
    public string? Train { get; init; }

    /// <summary>Folder in path with images for choosing settings, arranged like train.</summary>
    public string? Validation { get; init; }

    /// <summary>Folder in path with images for the final evaluation, arranged like train.</summary>
    public string? Test { get; init; }

    /// <summary>Folder in path with images to distil on, without folders of classes.</summary>
    public string? Unlabelled { get; init; }

    /// <summary>Whether path holds a folder for each domain, and these the folders of the classes.</summary>
    public bool Domains { get; init; }

    /// <summary>Domains that are held out: each becomes a test split of its own, test-NAME.</summary>
    public IReadOnlyList<string> TestDomains { get; init; } = [];

    /// <summary>Domains whose images, without their labels, become the split unlabelled.</summary>
    public IReadOnlyList<string> UnlabelledDomains { get; init; } = [];

    /// <summary>Height and width that every image is brought to, pixels; an empty list wants images of one size.</summary>
    [Range(1, 65_536)]
    public IReadOnlyList<int> Resize { get; init; } = [];

    /// <summary>Whether grey images become coloured ones of three equal channels; without it grey and coloured images do not mix.</summary>
    public bool GreyAsRgb { get; init; }

    /// <summary>Mean of each channel, subtracted from pixels of 0 to 1, no unit; an empty list subtracts nothing.</summary>
    [Range(-1e6, 1e6)]
    public IReadOnlyList<double> Mean { get; init; } = [];

    /// <summary>Standard deviation of each channel, divided by after the means, no unit; an empty list divides by nothing.</summary>
    [Range(1e-9, 1e9)]
    public IReadOnlyList<double> Deviation { get; init; } = [];

    /// <summary>Share of the training images, 0 to 1, that becomes the test split, in each domain class by class; 0 leaves it out.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double TestShare { get; init; }

    /// <summary>Share of the training images, 0 to 1, that becomes the validation split, in each domain class by class; 0 leaves it out.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double ValidationShare { get; init; }

    /// <summary>Labelled examples of each class, drawn from the training images, that make the further split few.</summary>
    [Range(1, 1_000_000)]
    public int? FewLabels { get; init; }

    /// <summary>What is done with a file that cannot be read, is no image, or has another size.</summary>
    public OnError OnError { get; init; } = OnError.Refuse;
}
