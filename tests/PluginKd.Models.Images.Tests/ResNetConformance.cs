namespace PluginKd.Models.Images.Tests;

// The kit's inputs are rows of four numbers, here images of 2 × 2 pixels.
public sealed class ResNetConformance : KdConformance<ResNet>
{
    protected override object[] Settings => [new ResNetSettings { Depth = 8, RowsAs = [1, 2, 2] }, new ResNetSettings { Depth = 14, Width = 4, RowsAs = [4, 1, 1] }];
}
