using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Images;

/// <summary>Where images and captions lie, and how many pairs are made of them.</summary>
public sealed record ImageCaptionsSettings
{
    /// <summary>Folder of the files, from the pipeline file on.</summary>
    [KdPath]
    public string Path { get; init; } = ".";

    /// <summary>File with the captions, a line each: name of the image, #, number, tab, text; found with .gz behind its name too, like the others.</summary>
    [KdPath(In = nameof(Path))]
    public required string Captions { get; init; }

    /// <summary>Images to learn from; their names are needed.</summary>
    public required NamedImages Train { get; init; }

    /// <summary>Images for choosing settings.</summary>
    public NamedImages Validation { get; init; } = new();

    /// <summary>Images for the final evaluation.</summary>
    public NamedImages Test { get; init; } = new();

    /// <summary>Folder with the images in place of records, a PGM or PPM file each, called like the image whatever the ending.</summary>
    [KdPath(In = nameof(Path))]
    public string? Folder { get; init; }

    /// <summary>Channels (1 or 3), height and width of a record, pixels.</summary>
    [Range(1, 65_536)]
    public IReadOnlyList<int> RecordShape { get; init; } = [3, 32, 32];

    /// <summary>Height and width that images of a folder are brought to, pixels; an empty list wants images of one size.</summary>
    [Range(1, 65_536)]
    public IReadOnlyList<int> Resize { get; init; } = [];

    /// <summary>Whether grey images of a folder become coloured ones of three equal channels.</summary>
    public bool GreyAsRgb { get; init; }

    /// <summary>Mean of each channel, subtracted from pixels of 0 to 1, no unit; an empty list subtracts nothing.</summary>
    [Range(-1e6, 1e6)]
    public IReadOnlyList<double> Mean { get; init; } = [];

    /// <summary>Standard deviation of each channel, divided by after the means, no unit; an empty list divides by nothing.</summary>
    [Range(1e-9, 1e9)]
    public IReadOnlyList<double> Deviation { get; init; } = [];

    /// <summary>Captions of each image that training and validation use, the first ones; without it all. The test uses all.</summary>
    [Range(1, 1_000_000)]
    public int? CaptionsEach { get; init; }

    /// <summary>Captions of other images that stand beside each true pair of training and validation, drawn from the seed; 0 makes no wrong pairs.</summary>
    [Range(0, 10_000)]
    public int Negatives { get; init; } = 1;

    /// <summary>Captions of other images that stand beside each true pair of the test, drawn from the seed; retrieval needs none.</summary>
    [Range(0, 10_000)]
    public int TestNegatives { get; init; }

    /// <summary>What is done with lines and images that cannot be used, and with images without a caption.</summary>
    public OnError OnError { get; init; } = OnError.Refuse;
}
