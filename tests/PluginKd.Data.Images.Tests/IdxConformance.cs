namespace PluginKd.Data.Images.Tests;

public sealed class IdxConformance : KdConformance<IdxSource>
{
    protected override object[] Settings =>
    [
        new IdxSettings { TrainImages = "images", TrainLabels = "labels" },
        new IdxSettings
        {
            TrainImages = "images",
            TrainLabels = "labels",
            TestImages = "test-images",
            TestLabels = "test-labels",
            Scale = 16,
            ValidationShare = 0.25,
            FewLabels = 1,
        },
        new IdxSettings
        {
            Domains = [new() { Name = "old", Images = "images", Labels = "labels" }, new() { Name = "new", Images = "test-images", Labels = "test-labels" }],
            UnlabelledDomains = ["new"],
            Resize = [3, 1],
            ValidationShare = 0.25,
        },
    ];

    protected override Dictionary<string, TestFile> Files => new()
    {
        ["images"] = IdxBytes.Images(16, 2, 2, [.. Enumerable.Range(0, 64).Select(i => (byte)i)]),
        ["labels"] = IdxBytes.Labels([.. Enumerable.Range(0, 16).Select(i => (byte)(i % 2))]),
        ["test-images"] = IdxBytes.Images(2, 2, 2, 70, 71, 72, 73, 74, 75, 76, 77),
        ["test-labels"] = IdxBytes.Labels(0, 1),
    };
}
