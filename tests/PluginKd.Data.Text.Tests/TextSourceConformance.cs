namespace PluginKd.Data.Text.Tests;

public sealed class TextSourceConformance : KdConformance<TextSource>
{
    protected override object[] Settings =>
    [
        new TextSettings { Train = "train.tsv" },
        new TextSettings { Path = "data", Train = "train.tsv", Test = "test.tsv", Unlabelled = "more.tsv", Columns = "text,label,domain", ValidationShare = 0.25, FewLabels = 1 },
    ];

    protected override Dictionary<string, TestFile> Files => new()
    {
        ["train.tsv"] = "good\t1\nbad\t0\nfine\t1\nfoul\t0\n",
        ["data/train.tsv"] = "good\tyes\tbooks\nbad\tno\tbooks\nfine\tyes\ttoys\nfoul\tno\ttoys\n",
        ["data/test.tsv"] = "great\tyes\tbooks\n",
        ["data/more.tsv"] = "so so\t\ttoys\nI LIKE IT\t\ttoys\n",
    };
}
