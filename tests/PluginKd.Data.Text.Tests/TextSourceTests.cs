using System.IO.Compression;
using System.Text;

namespace PluginKd.Data.Text.Tests;

public sealed class TextSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_texts_and_labels_in_the_order_of_the_file()
    {
        _folder.File("train.tsv", "good \"one\tpos\nbad\tneg\nfine, really\tpos\n");
        var train = Load(new() { Train = ["train.tsv"] })["train"];
        Assert.Equal(["good \"one", "bad", "fine, really"], Texts(train));
        Assert.Equal([1, 0, 1], train.Labels);
        Assert.Equal([0, 1, 2], train.Indices);
    }

    [Theory]
    [InlineData("train.tsv.gz")]
    [InlineData("train.tsv")]
    public void Unpacks_gzip_by_its_first_bytes_and_finds_the_suffix(string name)
    {
        using (var file = new GZipStream(File.Create(Path.Combine(_folder.Path, name)), CompressionMode.Compress))
            file.Write(Encoding.UTF8.GetBytes("größer\t1\nkleiner\t0"));
        Assert.Equal(["größer", "kleiner"], Texts(Load(new() { Train = ["train.tsv"] })["train"]));
    }

    [Fact]
    public void Refuses_a_packed_file_that_was_cut_short()
    {
        using var packed = new MemoryStream();
        using (var file = new GZipStream(packed, CompressionMode.Compress)) file.Write(Encoding.UTF8.GetBytes("good\t1\nbad\t0\n"));
        var path = Path.Combine(_folder.Path, "train.tsv.gz");
        File.WriteAllBytes(path, packed.ToArray()[..^4]);
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"] }));
        Assert.Equal("the gzip file ends too early or is damaged", error.Found);
        Assert.Equal(path, error.Where);
    }

    [Fact]
    public void Reads_columns_in_the_order_named_and_skips_the_header()
    {
        _folder.File("train.tsv", "label\tid\tdomain\ttext\n1\t7\tbooks\tgood\n0\t8\ttoys\tbad\n");
        var train = Load(new() { Train = ["train.tsv"], Columns = "label,-,domain,text", Header = true })["train"];
        Assert.Equal(["good", "bad"], Texts(train));
        Assert.Equal(["books", "toys"], train.Domains!);
    }

    [Fact]
    public void Names_file_and_line_of_a_row_with_too_few_columns()
    {
        var path = _folder.File("train.tsv", "good\t1\nbad\n");
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"] }));
        Assert.Equal("a row has 1 columns", error.Found);
        Assert.Equal("2, as the headings, data.columns or the first row have it", error.Expected);
        Assert.Equal($"{path}:2", error.Where);
    }

    [Fact]
    public void Names_file_and_line_of_a_label_that_training_never_saw()
    {
        _folder.File("train.tsv", "good\t1\nbad\t0\n");
        var path = _folder.File("test.tsv", "good\t1\n\nodd\t2\n");
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"], Test = ["test.tsv"] }));
        Assert.Equal("label '2' does not occur in the training split", error.Found);
        Assert.Equal($"{path}:3:2", error.Where);
    }

    [Fact]
    public void Reads_no_labels_of_unlabelled_texts_and_needs_none()
    {
        _folder.File("train.tsv", "good\t1\nbad\t0\n");
        _folder.File("more.tsv", "one\ntwo\t9\n");
        var unlabelled = Load(new() { Train = ["train.tsv"], Unlabelled = ["more.tsv"] })["unlabelled"];
        Assert.Equal(["one", "two"], Texts(unlabelled));
        Assert.Equal([-1, -1], unlabelled.Labels);
        Assert.Equal([2, 3], unlabelled.Indices);
    }

    [Fact]
    public void Says_where_it_looked_for_a_missing_file()
    {
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["none.tsv"] }));
        Assert.Equal($"there is no file '{Path.Combine(_folder.Path, "none.tsv")}'", error.Found);
        Assert.Equal("data.train", error.Where);
    }

    [Theory]
    [InlineData("text,lable", "the column 'lable' is unknown")]
    [InlineData("text,text,label", "the column 'text' stands twice")]
    [InlineData("text", "the columns 'text' lack text or label")]
    public void Says_what_is_wrong_with_the_columns(string columns, string found) =>
        Assert.Equal(found, Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"], Columns = columns })).Found);

    [Fact]
    public void Says_so_when_there_is_one_class_only()
    {
        _folder.File("train.tsv", "good\t1\nbetter\t1\n");
        Assert.Equal("every training label is '1'", Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"] })).Found);
    }

    [Fact]
    public void Refuses_bytes_that_are_not_utf8()
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "train.tsv"), [0x67, 0xE9, 0x09, 0x31, 0x0A]);
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"] }));
        Assert.Equal("byte 2 of the line, 0xE9, is not UTF-8", error.Found);
        Assert.EndsWith("train.tsv:1", error.Where, StringComparison.Ordinal);
        Assert.Equal(["gé"], Texts(Load(new() { Train = ["train.tsv"], Encoding = TextEncoding.Latin1, Classes = ["0", "1"] })["train"]));
    }

    [Fact]
    public void Splits_validation_off_class_by_class()
    {
        Rows("train.tsv", positive: 60, negative: 20);
        var data = Load(new() { Train = ["train.tsv"], ValidationShare = 0.25 });
        Assert.Equal((15, 5), (data["validation"].Labels.Count(l => l == 1), data["validation"].Labels.Count(l => l == 0)));
        Assert.Equal((45, 15), (data["train"].Labels.Count(l => l == 1), data["train"].Labels.Count(l => l == 0)));
        Assert.Empty(Texts(data["train"]).Intersect(Texts(data["validation"])));
        Assert.Equal(SplitRole.Validation, data["validation"].Role);
    }

    [Fact]
    public void Draws_few_labels_of_each_class_the_same_for_the_same_seed()
    {
        Rows("train.tsv", positive: 60, negative: 20);
        var few = Load(new() { Train = ["train.tsv"], FewLabels = 5 })["few"];
        Assert.Equal((5, 5, SplitRole.Train), (few.Labels.Count(l => l == 1), few.Labels.Count(l => l == 0), few.Role));
        Assert.Equal(few.Indices, Load(new() { Train = ["train.tsv"], FewLabels = 5 })["few"].Indices);
        Assert.NotEqual(few.Indices, Load(new() { Train = ["train.tsv"], FewLabels = 5 }, seed: 2)["few"].Indices);
    }

    [Fact]
    public void Says_which_class_is_too_small_for_few_labels()
    {
        Rows("train.tsv", positive: 60, negative: 3);
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Train = ["train.tsv"], FewLabels = 5 }));
        Assert.Equal("class '0' has 3 labelled examples in split 'train'", error.Found);
        Assert.Equal("set few-labels to 3 or less", error.Fix);
    }

    private void Rows(string name, int positive, int negative) => _folder.File(name, string.Concat(
        Enumerable.Range(0, positive + negative).Select(i => $"text {i}\t{(i < positive ? 1 : 0)}\n")));

    private DataBundle Load(TextSettings settings, long seed = 1) =>
        new TextSource(settings).Load(new StageContext { Name = "data", StageSeed = seed, BaseFolder = _folder.Path });

    private static IReadOnlyList<string> Texts(Split split) => ((TextInputs)split.Inputs).Texts;
}
