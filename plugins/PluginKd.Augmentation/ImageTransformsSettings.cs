using System.ComponentModel.DataAnnotations;

namespace PluginKd.Augmentation;

/// <summary>How many views of each image are made, and how far they may be from it.</summary>
public sealed record ImageTransformsSettings
{
    /// <summary>Views of each image, beside the image itself.</summary>
    [Range(1, 1_000)]
    public int Views { get; init; } = 1;

    /// <summary>Names of the splits whose images are viewed; views of labelled images join train, the others unlabelled.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> On { get; init; } = ["train"];

    /// <summary>Probability, 0 to 1, that a view is mirrored left to right; 0 for digits and letters.</summary>
    [Range(0, 1)]
    public double Flip { get; init; } = 0.5;

    /// <summary>Pixels that are put around an image before a window of its size is cut out, so the largest shift in each direction.</summary>
    [Range(0, 65_536)]
    public int Padding { get; init; } = 4;

    /// <summary>Largest angle of rotation about the centre, degrees, to either side.</summary>
    [Range(0, 180)]
    public double Rotation { get; init; }

    /// <summary>Value of what lies outside the image, in the numbers that the data source gives, no unit.</summary>
    [Range(-1e6, 1e6)]
    public double Fill { get; init; }

    /// <summary>Channels, height and width, as which rows of numbers are seen; images say their shape themselves.</summary>
    [Range(1, 65_536)]
    public IReadOnlyList<int> RowsAs { get; init; } = [];
}
