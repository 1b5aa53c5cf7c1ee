using System.IO.Compression;
using System.Text;

namespace PluginKd.Data.Text.Tests;

/// <summary>Each way to write a file: what comes out, and what is said of rows that are broken.</summary>
public sealed class TextFormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CollectingLog _log = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Csv_has_quotes_commas_and_line_ends_inside_columns()
    {
        _folder.File("train.csv", "label,text\n1,\"good, \"\"very\"\" good\"\r\n0,\"bad\nand long\"\n1,plain\n");
        var train = Load(new() { Train = ["train.csv"], Columns = "text=text,label=label" })["train"];
        Assert.Equal(["good, \"very\" good", "bad\nand long", "plain"], Texts(train));
        Assert.Equal([1, 0, 1], train.Labels);
    }

    [Fact]
    public void A_quote_that_nobody_closed_spoils_its_line_only()
    {
        var path = _folder.File("train.csv", "1,good\n0,\"bad\n1,fine\n0,foul\n");
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.csv"], Columns = "label,text" }));
        Assert.Equal(("a quote is opened and never closed", $"{path}:2"), (error.Found, error.Where));
        var train = Load(new() { Train = ["train.csv"], Columns = "label,text", OnError = OnError.Skip })["train"];
        Assert.Equal(["good", "fine", "foul"], Texts(train));
        Assert.Equal([$"1 of 4 rows of 'train' are left out:\n  {path}:2: a quote is opened and never closed"], _log.Words);
    }

    [Fact]
    public void A_quote_inside_a_column_that_is_not_quoted_is_refused()
    {
        var path = _folder.File("train.csv", "1,good\n0,ba\"d\" one\n");
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.csv"], Columns = "label,text" }));
        Assert.Equal(("a quote stands inside a column that is not quoted", $"{path}:2"), (error.Found, error.Where));
    }

    [Fact]
    public void Json_lines_have_keys_for_columns()
    {
        _folder.File("train.jsonl", "{\"text\":\"g\\u00fct\",\"label\":1,\"n\":{\"a\":2}}\n\n{\"label\":\"0\",\"text\":\"bad\"}\n");
        var train = Load(new() { Train = ["train.jsonl"] })["train"];
        Assert.Equal(["güt", "bad"], Texts(train));
        Assert.Equal([1, 0], train.Labels);
    }

    [Fact]
    public void Json_keys_are_named_and_joined()
    {
        _folder.File("train.jsonl", "{\"title\":\"a\",\"body\":\"b\",\"stars\":5,\"id\":7}\n{\"title\":\"c\",\"body\":\"d\",\"stars\":1,\"id\":8}\n");
        var train = Load(new() { Train = ["train.jsonl"], Columns = "text=title+body, label=stars, id=id" })["train"];
        Assert.Equal(["a b", "c d"], Texts(train));
        Assert.Equal(["7", "8"], train.Ids!);
        Assert.Equal([1, 0], train.Labels);
    }

    [Theory]
    [InlineData("{\"text\":\"a\",\"label\":}", "a line is no JSON object", ":2:21")]
    [InlineData("[1]", "a line holds a list", ":2")]
    [InlineData("{\"text\":[\"a\"],\"label\":1}", "key 'text' holds a list", ":2")]
    [InlineData("{\"label\":1}", "a text is empty", ":2")]
    public void Json_that_is_none_is_named_with_its_place(string line, string found, string where)
    {
        var path = _folder.File("train.jsonl", $"{{\"text\":\"a\",\"label\":1}}\n{line}\n{{\"text\":\"b\",\"label\":0}}\n");
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.jsonl"] }));
        Assert.Equal((found, path + where), (error.Found, error.Where));
    }

    [Fact]
    public void Label_first_and_plain_lines()
    {
        _folder.File("train.all", "1 good , very \n0 bad\n");
        _folder.File("more.txt", "one\ttwo\n\nthree\n");
        var data = Load(new() { Train = ["train.all"], Format = TextFormat.LabelFirst });
        Assert.Equal(["good , very ", "bad"], Texts(data["train"]));
        _folder.File("train.tsv", "good\t1\nbad\t0\n");
        Assert.Equal(["one\ttwo", "three"], Texts(Load(new() { Train = ["train.tsv"], Unlabelled = ["more.txt"], UnlabelledFormat = TextFormat.Lines })["unlabelled"]));
        Assert.Equal("a line has no blank", Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"], Format = TextFormat.LabelFirst })).Found);
    }

    [Fact]
    public void Columns_are_named_by_heading_number_and_file()
    {
        _folder.File("books.tsv", "score\ttitle\tbody\n1\tA\tgood\n0\tB\tbad\n");
        _folder.File("toys.tsv", "title\tscore\tbody\nC\t1\tfine\n");
        var train = Load(new() { Train = ["*.tsv"], Columns = "text=title+body, label=score, domain=@file, group=@file+score" })["train"];
        Assert.Equal(["A good", "B bad", "C fine"], Texts(train));
        Assert.Equal(["books", "books", "toys"], train.Domains!);
        Assert.Equal(["books/1", "books/0", "toys/1"], train.Groups!);

        _folder.File("plain.txt", "A\t1\tx\nB\t0\ty\n");
        Assert.Equal(["x", "y"], Texts(Load(new() { Train = ["plain.txt"], Columns = "text=3,label=2" })["train"]));
    }

    [Theory]
    [InlineData("text=titel,label=score", "there is no column 'titel'", "did you mean 'title'?")]
    [InlineData("text=1,label=9", "there is no column '9'", null)]
    [InlineData("text,label=2", "'text' names no column", null)]
    [InlineData("text=,label=2", "'text=' names no column", null)]
    [InlineData("txt=1,label=2", "the column 'txt' is unknown", "did you mean 'text'? name the columns of the files in their order, with commas between them, or write role=column for each")]
    public void A_column_that_is_not_there_is_told_with_those_that_are(string columns, string found, string? fix)
    {
        _folder.File("train.tsv", "score\ttitle\n1\tA\n0\tB\n");
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"], Columns = columns, Header = true }));
        Assert.Equal(found, error.Found);
        if (fix is not null) Assert.Equal(fix, error.Fix);
    }

    [Fact]
    public void Pairs_groups_ids_and_weights_come_with_their_columns()
    {
        _folder.File("train.tsv", "q1\twho\tme\t1\t0.5\nq1\twho\tyou\t0\t2\n");
        var train = Load(new() { Train = ["train.tsv"], Columns = "group,text,second,label,weight" })["train"];
        var pairs = (PairInputs)train.Inputs;
        Assert.Equal(["who", "who"], ((TextInputs)pairs.First).Texts);
        Assert.Equal(["me", "you"], ((TextInputs)pairs.Second).Texts);
        Assert.Equal(["q1", "q1"], train.Groups!);
        Assert.Equal([0.5f, 2f], train.Weights!);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("nan")]
    [InlineData("many")]
    [InlineData("")]
    public void A_weight_that_is_none_is_refused(string weight)
    {
        var path = _folder.File("train.tsv", $"good\t1\t1\nbad\t0\t{weight}\n");
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"], Columns = "text,label,weight" }));
        Assert.Equal(($"'{weight}' is no weight", $"{path}:2:3"), (error.Found, error.Where));
    }

    [Fact]
    public void An_id_that_stands_twice_is_refused_in_another_split_too()
    {
        _folder.File("train.tsv", "a\tgood\t1\nb\tbad\t0\n");
        var path = _folder.File("test.tsv", "c\tfine\t1\na\tfoul\t0\n");
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"], Test = ["test.tsv"], Columns = "id,text,label" }));
        Assert.Equal(("the id 'a' stands twice", $"{path}:2:1"), (error.Found, error.Where));
    }

    [Fact]
    public void Broken_rows_are_left_out_counted_and_the_first_are_shown()
    {
        var bytes = new List<byte>();
        bytes.AddRange("good\t1\n \t1\nno label here\nbad\t0\nodd\t"u8);
        bytes.AddRange([0xFF, 0x0A, 0x00, 0x09, 0x31, 0x0A]);
        bytes.AddRange("fine\t1\nfoul\t2\n"u8);
        var path = Path.Combine(_folder.Path, "train.tsv");
        File.WriteAllBytes(path, [.. bytes]);
        var train = Load(new() { Train = ["train.tsv"], OnError = OnError.Skip, Classes = ["0", "1"] })["train"];
        Assert.Equal(["good", "bad", "fine"], Texts(train));
        Assert.Equal([$"5 of 8 rows of 'train' are left out:\n  {path}:2:1: a text is empty\n  {path}:3: a row has 1 columns\n  {path}:5: byte 5 of the line, 0xFF, is not UTF-8\n  {path}:6: byte 1 of the line is NUL\n  {path}:8:2: label '2' does not occur in the training split"], _log.Words);
    }

    [Fact]
    public void A_line_of_a_hundred_megabytes_is_refused_without_holding_it()
    {
        var path = Path.Combine(_folder.Path, "train.tsv.gz");
        using (var file = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            file.Write("good\t1\n"u8);
            for (var i = 0; i < 100; i++) file.Write(new byte[1 << 20].Select(_ => (byte)'x').ToArray());
            file.Write("\nbad\t0\n"u8);
        }

        var before = GC.GetTotalAllocatedBytes();
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"] }));
        Assert.Equal(("a line has 104857600 bytes", $"{path}:2"), (error.Found, error.Where));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100 << 20);
        Assert.Equal(["good", "bad"], Texts(Load(new() { Train = ["train.tsv"], OnError = OnError.Skip })["train"]));
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x61, 0x09, 0x31, 0x0D, 0x0A, 0x62, 0x09, 0x30 }, "a|b")]
    public void A_mark_at_the_start_and_line_ends_of_windows_are_no_text(byte[] bytes, string expected)
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "train.tsv"), bytes);
        var train = Load(new() { Train = ["train.tsv"] })["train"];
        Assert.Equal(expected, string.Join('|', Texts(train)));
        Assert.Equal([1, 0], train.Labels);
    }

    [Fact]
    public void Utf16_is_told_from_a_broken_file()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "train.tsv"), "good\t1\nbad\t0\n", Encoding.Unicode);
        Assert.Equal("the file is written in UTF-16", Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"] })).Found);
    }

    [Fact]
    public void Test_domains_leave_training_and_a_share_of_them_loses_its_labels()
    {
        _folder.File("all.tsv", string.Concat(Enumerable.Range(0, 120).Select(i => $"text {i}\t{i % 2}\t{new[] { "books", "toys", "food" }[i % 3]}\n")));
        var settings = new TextSettings { Train = ["all.tsv"], Columns = "text,label,domain", TestDomains = ["food"], TargetShare = 0.25, ValidationShare = 0.2 };
        var data = Load(settings);
        Assert.Equal((64, 16, 30, 10), (data["train"].Count, data["validation"].Count, data["test-food"].Count, data["unlabelled"].Count));
        Assert.DoesNotContain("food", data["train"].Domains!.Concat(data["validation"].Domains!));
        Assert.Equal(["food"], data["test-food"].Domains!.Concat(data["unlabelled"].Domains!).Distinct());
        Assert.False(data["unlabelled"].HasLabels);
        Assert.Equal(SplitRole.Test, data["test-food"].Role);
        Assert.Equal(120, data.Splits.SelectMany(s => s.Indices).Distinct().Count());
        // The same share of each class of each domain.
        Assert.All(data["validation"].Labels.Zip(data["validation"].Domains!).GroupBy(x => x), stratum => Assert.Equal(4, stratum.Count()));
        Assert.Equal("did you mean 'food'? Known: books, food, toys", Assert.Throws<UserErrorException>(() => Load(settings with { TestDomains = ["fod"] })).Fix);
        Assert.Equal("no domain is left to train on", Assert.Throws<UserErrorException>(() => Load(settings with { TestDomains = ["food", "toys", "books"] })).Found);
    }

    [Fact]
    public void Domains_may_give_texts_only_and_the_others_a_test_of_their_own()
    {
        _folder.File("all.tsv", string.Concat(Enumerable.Range(0, 120).Select(i => $"text {i}\t{i % 2}\t{new[] { "books", "toys", "food" }[i % 3]}\n")));
        var settings = new TextSettings { Train = ["all.tsv"], Columns = "text,label,domain", UnlabelledDomains = ["toys"], TestDomains = ["food"], TestShare = 0.25 };
        var data = Load(settings);
        Assert.Equal((30, 10, 40, 40), (data["train"].Count, data["test"].Count, data["test-food"].Count, data["unlabelled"].Count));
        Assert.Equal(["books"], data["train"].Domains!.Concat(data["test"].Domains!).Distinct());
        Assert.Equal(["toys"], data["unlabelled"].Domains!.Distinct());
        Assert.Equal("domain 'food' is in test-domains and in unlabelled-domains", Assert.Throws<UserErrorException>(() => Load(settings with { UnlabelledDomains = ["food"] })).Found);
    }

    [Fact]
    public void Shares_are_shares_of_all_examples()
    {
        _folder.File("all.tsv", string.Concat(Enumerable.Range(0, 100).Select(i => $"text {i}\t{i % 2}\n")));
        var data = Load(new() { Train = ["all.tsv"], TestShare = 0.2, ValidationShare = 0.24 });
        Assert.Equal((56, 24, 20), (data["train"].Count, data["validation"].Count, data["test"].Count));
        Assert.Equal(SplitRole.Test, data["test"].Role);
    }

    [Fact]
    public void Classes_that_are_named_keep_their_order_and_others_are_refused()
    {
        var path = _folder.File("train.tsv", "good\tpos\nbad\tneg\n");
        Assert.Equal([0, 1], Load(new() { Train = ["train.tsv"], Classes = ["pos", "neg"] })["train"].Labels);
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"], Classes = ["pos", "bad"] }));
        Assert.Equal(("label 'neg' does not occur in the training split", $"{path}:2:2"), (error.Found, error.Where));
    }

    private DataBundle Load(TextSettings settings, long seed = 1) =>
        new TextSource(settings).Load(new StageContext { Name = "data", StageSeed = seed, BaseFolder = _folder.Path, Log = _log });

    private static IReadOnlyList<string> Texts(Split split) => ((TextInputs)split.Inputs).Texts;
}
