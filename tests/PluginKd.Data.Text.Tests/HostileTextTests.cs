namespace PluginKd.Data.Text.Tests;

/// <summary>Files and settings that went through in silence, never ended, or ended without a word of what to mend.</summary>
public sealed class HostileTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CollectingLog _log = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Many_wrong_quotes_behind_an_open_one_take_no_longer_than_others()
    {
        const int Rows = 100_000;
        _folder.File("train.csv", "fine,1\ngood,0\n\"open,1\n" + string.Concat(Enumerable.Repeat("say \"hi\" there,1\n", Rows)));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Assert.Equal(2, Load(new() { Train = ["train.csv"], OnError = OnError.Skip }, stop.Token)["train"].Count);
        Assert.StartsWith($"{Rows + 1} of {Rows + 3} rows of 'train' are left out:", Assert.Single(_log.Words, word => word.Contains("are left out", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class 'pos' is named twice", "data.classes.1", "pos", "pos", "neg")]
    [InlineData("a class has no name", "data.classes.1", "pos", " ")]
    [InlineData("'pos' is the only class", "data.classes", "pos")]
    public void Says_what_is_wrong_with_the_named_classes(string found, string where, params string[] classes)
    {
        _folder.File("train.tsv", "good\tpos\nbad\tneg\n");
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"], Classes = classes }));
        Assert.Equal((found, where), (error.Found, error.Where));
    }

    [Fact]
    public void A_row_without_its_domain_is_named_where_domains_are_held_out()
    {
        var path = _folder.File("train.tsv", "a\t1\tfood\nb\t0\tfood\nc\t1\t\nd\t1\tbooks\ne\t0\tbooks\n");
        var settings = new TextSettings { Train = ["train.tsv"], Columns = "text,label,domain", TestDomains = ["food"] };
        var error = Assert.Throws<UserErrorException>(() => Load(settings));
        Assert.Equal(("the domain is empty", $"{path}:3:3"), (error.Found, error.Where));
        Assert.Equal(["d", "e"], ((TextInputs)Load(settings with { OnError = OnError.Skip })["train"].Inputs).Texts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_split_to_measure_on_has_labels(bool ofTest)
    {
        _folder.File("train.jsonl", "{\"text\":\"a\",\"label\":1}\n{\"text\":\"b\",\"label\":0}\n");
        var path = _folder.File("other.jsonl", "{\"text\":\"c\",\"class\":1}\n{\"text\":\"d\",\"class\":0}\n");
        var error = Assert.Throws<UserErrorException>(() => Load(ofTest ? new() { Train = ["train.jsonl"], Test = ["other.jsonl"] } : new() { Train = ["train.jsonl"], Validation = ["other.jsonl"] }));
        Assert.Equal(($"no row of '{(ofTest ? "test" : "validation")}' has a label", path), (error.Found, error.Where));
    }

    private DataBundle Load(TextSettings settings, CancellationToken stop = default) =>
        new TextSource(settings).Load(new StageContext { Name = "data", StageSeed = 1, BaseFolder = _folder.Path, Log = _log, Cancellation = stop });
}
