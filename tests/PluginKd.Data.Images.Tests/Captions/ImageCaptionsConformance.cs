namespace PluginKd.Data.Images.Tests;

public sealed class ImageCaptionsConformance : KdConformance<ImageCaptions>
{
    private static readonly ImageCaptionsSettings Records = new()
    {
        Captions = "captions.txt",
        RecordShape = [3, 2, 2],
        Train = new() { Names = "train.txt", Records = ["one.bin", "two.bin"] },
        Validation = new() { Names = "validation.txt", Records = ["three.bin"] },
        Test = new() { Names = "test.txt", Records = ["four.bin"] },
    };

    protected override object[] Settings =>
    [
        Records,
        Records with { Negatives = 3, TestNegatives = 1, CaptionsEach = 1, Mean = [0.4, 0.5, 0.6], Deviation = [0.2, 0.25, 0.5], OnError = OnError.Skip },
        new ImageCaptionsSettings { Captions = "captions.txt", Folder = "pictures", Train = new() { Names = "train.txt" }, Test = new() { Names = "test.txt" }, Resize = [3, 2], GreyAsRgb = true },
    ];

    protected override Dictionary<string, TestFile> Files => new(Enumerable.Range(0, 16).Select(i => KeyValuePair.Create<string, TestFile>($"pictures/{i}.pgm", $"P2 2 2 1000\n{i} {i + 1} {2 * i} 7\n")))
    {
        ["captions.txt"] = string.Concat(Enumerable.Range(0, 16).SelectMany(i => Enumerable.Range(0, 2).Select(k => $"{i}.jpg#{k}\tthing {i} seen {k}\n"))),
        ["train.txt"] = Names(0, 8),
        ["validation.txt"] = Names(8, 4),
        ["test.txt"] = Names(12, 4),
        ["one.bin"] = Bytes(0, 5),
        ["two.bin"] = Bytes(5, 3),
        ["three.bin"] = Bytes(8, 4),
        ["four.bin"] = Bytes(12, 4),
    };

    private static string Names(int first, int count) => string.Concat(Enumerable.Range(first, count).Select(i => $"{i}.jpg\n"));

    private static byte[] Bytes(int first, int count) => [.. Enumerable.Range(first, count).SelectMany(i => Enumerable.Range(0, 12).Select(k => (byte)(i + (10 * k))))];
}
