namespace PluginKd.Data.Text.Tests;

public sealed class TextSourceConformance : KdConformance<TextSource>
{
    protected override object[] Settings =>
    [
        new TextSettings { Train = ["train.tsv"] },
        new TextSettings { Path = "data", Train = ["train.tsv"], Test = ["test.tsv"], Unlabelled = ["more.tsv"], Columns = "text,label,domain", ValidationShare = 0.5, FewLabels = 1 },
        new TextSettings { Path = "data", Train = ["pairs.csv", "later.jsonl"], Columns = "text=a,second=b,label=y,domain=@file,id=n", OnError = OnError.Skip, TestDomains = ["later"] },
    ];

    protected override Dictionary<string, TestFile> Files => new()
    {
        ["train.tsv"] = "good\t1\nbad\t0\nfine\t1\nfoul\t0\n",
        ["data/train.tsv"] = "good\tyes\tbooks\nbad\tno\tbooks\nfine\tyes\ttoys\nfoul\tno\ttoys\nI see\tyes\tbooks\nnot I\tno\tbooks\nbest\tyes\ttoys\nworst\tno\ttoys\n",
        ["data/pairs.csv"] = "n,a,b,y\n1,good,\"bad, I SAY\",no\n2,fine,fine,yes\n3,\n",
        ["data/later.jsonl"] = "{\"n\":4,\"a\":\"in\",\"b\":\"IN\",\"y\":\"yes\"}\n",
        ["data/test.tsv"] = "great\tyes\tbooks\n",
        ["data/more.tsv"] = "so so\t\ttoys\nI LIKE IT\t\ttoys\n",
    };
}
