namespace PluginKd.Data.Images.Tests;

public sealed class ImageFolderConformance : KdConformance<ImageFolder>
{
    protected override object[] Settings =>
    [
        new ImageFolderSettings { Path = "flat", TestShare = 0.25, ValidationShare = 0.25, FewLabels = 1, Mean = [0.5], Deviation = [0.25] },
        new ImageFolderSettings { Path = "sorted", Train = "train", Test = "test", Unlabelled = "more", Resize = [3, 2], OnError = OnError.Skip },
        new ImageFolderSettings { Path = "domains", Domains = true, TestDomains = ["sketch"], UnlabelledDomains = ["film"], ValidationShare = 0.25, GreyAsRgb = true },
    ];

    protected override Dictionary<string, TestFile> Files => new[]
    {
        Images("flat", 0), Images("sorted/train", 50), Images("sorted/test", 100), [("sorted/more/a.pgm", Image(150))],
        Images("domains/photo", 200), Images("domains/sketch", 250), Images("domains/film", 300),
    }.SelectMany(files => files).ToDictionary(file => file.Name, file => (TestFile)file.Content);

    private static (string Name, string Content)[] Images(string folder, int first) =>
        [.. Enumerable.Range(0, 16).Select(i => ($"{folder}/{(i % 2 == 0 ? "even" : "odd")}/{i}.pgm", Image(first + i)))];

    private static string Image(int number) => $"P2 2 2 1000\n{number} {number + 1} {2 * number} 7\n";
}
