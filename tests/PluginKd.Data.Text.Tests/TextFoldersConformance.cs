namespace PluginKd.Data.Text.Tests;

public sealed class TextFoldersConformance : KdConformance<TextFolders>
{
    protected override object[] Settings =>
    [
        new TextFoldersSettings { Train = "train" },
        new TextFoldersSettings { Train = "train", Test = "test", Unlabelled = "more", Unit = TextUnit.Line, ValidationShare = 0.4, FewLabels = 1 },
    ];

    protected override Dictionary<string, TestFile> Files => new()
    {
        ["train/pos/1.txt"] = "good\nfine\nI LIKE IT",
        ["train/neg/1.txt"] = "bad\nfoul\nno",
        ["test/pos/1.txt"] = "great",
        ["more/1.txt"] = "so so\nhm",
    };
}
