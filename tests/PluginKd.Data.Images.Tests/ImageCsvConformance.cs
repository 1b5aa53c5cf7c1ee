namespace PluginKd.Data.Images.Tests;

public sealed class ImageCsvConformance : KdConformance<ImageCsv>
{
    protected override object[] Settings =>
    [
        new ImageCsvSettings { Path = "pixels.csv" },
        new ImageCsvSettings { Path = "pixels.csv", Width = 2, Height = 2, Scale = 1.5, TestShare = 0.25, ValidationShare = 0.25, FewLabels = 1 },
    ];

    protected override Dictionary<string, TestFile> Files => new()
    {
        ["pixels.csv"] = string.Concat(Enumerable.Range(0, 16).Select(i => $"{i},0.5,-{i}.25,1e2,{(i % 2 == 0 ? "even" : "odd")}\n")),
    };
}
