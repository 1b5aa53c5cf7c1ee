namespace PluginKd.Models.Images.Tests;

// The kit's inputs are rows of four numbers, here images of 2 × 2 pixels.
public sealed class CnnConformance : KdConformance<Cnn>
{
    protected override object[] Settings =>
    [
        new CnnSettings { RowsAs = [1, 2, 2] },
        new CnnSettings { Channels = [3, 5], Kernel = 1, Dropout = 0.5, RowsAs = [2, 1, 2] },
    ];
}
