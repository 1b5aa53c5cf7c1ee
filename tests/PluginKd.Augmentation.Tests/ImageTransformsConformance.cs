namespace PluginKd.Augmentation.Tests;

// The kit's inputs are rows of four numbers, here images of 2 × 2 pixels.
public sealed class ImageTransformsConformance : KdConformance<ImageTransforms>
{
    protected override object[] Settings =>
    [
        new ImageTransformsSettings { Padding = 1, RowsAs = [1, 2, 2] },
        new ImageTransformsSettings { Views = 3, On = ["train", "unlabelled"], Flip = 0, Padding = 0, Rotation = 30, Fill = -1, RowsAs = [2, 1, 2] },
    ];
}
