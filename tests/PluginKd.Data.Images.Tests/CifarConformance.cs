namespace PluginKd.Data.Images.Tests;

public sealed class CifarConformance : KdConformance<CifarSource>
{
    protected override object[] Settings =>
    [
        new CifarSettings { Train = ["one.bin"] },
        new CifarSettings
        {
            Train = ["one.bin", "two.bin"],
            Test = ["test.bin"],
            Classes = "names.txt",
            Mean = [0.4, 0.5, 0.6],
            Deviation = [0.2, 0.25, 0.5],
            ValidationShare = 0.25,
            FewLabels = 1,
        },
        new CifarSettings
        {
            Domains = [new() { Name = "photo", Files = ["one.bin", "two.bin"] }, new() { Name = "sketch", Files = ["test.bin"] }],
            TestDomains = ["sketch"],
            TestShare = 0.25,
        },
    ];

    protected override Dictionary<string, TestFile> Files => new()
    {
        ["one.bin"] = Records(0, 8),
        ["two.bin"] = Records(8, 8),
        ["test.bin"] = Records(16, 2),
        ["names.txt"] = "cat\ndog\n",
    };

    private static byte[] Records(int first, int count) =>
        [.. Enumerable.Range(first, count).SelectMany(i => CifarBytes.Record((byte)(i % 2), (byte)i, (byte)(i + 40), (byte)(i + 80)))];
}
