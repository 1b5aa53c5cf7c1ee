namespace PluginKd.Data.Images.Tests;

public sealed class CifarSourceTests : IDisposable
{
    private static readonly CifarSettings Settings = new() { Train = ["a.bin"] };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_planes_of_red_green_and_blue()
    {
        Write("a.bin", CifarBytes.Record(4, 0, 51, 255), CifarBytes.Record(2, 102, 0, 0));
        var data = Load(Settings);
        var images = Values(data["train"]);
        Assert.Equal([2, 3, 32, 32], images.shape);
        Assert.Equal([0, 0.2f, 1, 0.4f, 0, 0], images.select(3, 31).select(2, 0).reshape(-1).data<float>().ToArray());
        Assert.Equal(["2", "4"], data.Classes);
        Assert.Equal([1, 0], data["train"].Labels);
    }

    // (51/255 − 0.1) / 0.5 = 0.2, (0 − 0.2) / 0.25 = −0.8, (1 − 0) / 2 = 0.5.
    [Fact]
    public void Normalises_each_channel()
    {
        Write("a.bin", CifarBytes.Record(0, 51, 0, 255), CifarBytes.Record(1, 0, 0, 0));
        var first = Values(Load(Settings with { Mean = [0.1, 0.2, 0], Deviation = [0.5, 0.25, 2] })["train"])[0].select(2, 0).select(1, 0);
        Assert.Equal([0.2f, -0.8f, 0.5f], first.data<float>().ToArray());
    }

    [Fact]
    public void Joins_files_and_names_classes()
    {
        Write("a.bin", CifarBytes.Record(0, 1, 1, 1), CifarBytes.Record(2, 2, 2, 2));
        Write("b.bin", CifarBytes.Record(1, 3, 3, 3));
        Write("t.bin", CifarBytes.Record(2, 4, 4, 4));
        _folder.File("names.txt", "cat\r\ndog\nemu\n\n");
        var data = Load(Settings with { Train = ["a.bin", "b.bin"], Test = ["t.bin"], Classes = "names.txt" });
        Assert.Equal(["cat", "dog", "emu"], data.Classes);
        Assert.Equal([0, 2, 1], data["train"].Labels);
        Assert.Equal((3L, 2), (data["test"].Indices[0], data["test"].Labels[0]));
    }

    [Fact]
    public void Names_the_byte_of_a_label_without_a_class()
    {
        Write("a.bin", CifarBytes.Record(0, 1, 1, 1));
        Write("b.bin", CifarBytes.Record(1, 3, 3, 3), CifarBytes.Record(2, 3, 3, 3));
        _folder.File("names.txt", "cat\ndog\n");
        var error = Assert.Throws<UserErrorException>(() => Load(Settings with { Train = ["a.bin", "b.bin"], Classes = "names.txt" }));
        Assert.Equal("the label is 2", error.Found);
        Assert.Equal($"{Path.Combine(_folder.Path, "b.bin")}: byte 3073", error.Where);
    }

    [Fact]
    public void Leaves_records_without_a_class_out_when_asked_and_names_each()
    {
        Write("a.bin", CifarBytes.Record(0, 51, 1, 1), CifarBytes.Record(9, 2, 2, 2), CifarBytes.Record(1, 255, 3, 3));
        Write("t.bin", CifarBytes.Record(2, 4, 4, 4), CifarBytes.Record(1, 102, 4, 4));
        _folder.File("names.txt", "cat\ndog\n");
        var log = new CollectingLog();
        var data = Load(Settings with { Test = ["t.bin"], Classes = "names.txt", OnError = OnError.Skip }, log);
        Assert.Equal([0, 1], data["train"].Labels);
        Assert.Equal([0L, 2], data["train"].Indices);
        Assert.Equal([0.2f, 1], Values(data["train"]).select(1, 0).select(1, 0).select(1, 0).data<float>().ToArray());
        Assert.Equal(("1", "4"), (string.Join(' ', data["test"].Labels), string.Join(' ', data["test"].Indices)));
        Assert.Equal(
            [
                $"1 of 3 records of 'train' are left out:\n  {At("a.bin")}: byte 3073: the label is 9",
                $"1 of 2 records of 'test' are left out:\n  {At("t.bin")}: byte 0: the label is 2",
            ], log.Words);
    }

    [Fact]
    public void Leaves_test_records_out_whose_label_training_lacks()
    {
        Write("a.bin", CifarBytes.Record(0, 1, 1, 1), CifarBytes.Record(7, 2, 2, 2));
        Write("t.bin", CifarBytes.Record(5, 4, 4, 4), CifarBytes.Record(7, 4, 4, 4));
        Assert.Equal($"{At("t.bin")}: byte 0", Assert.Throws<UserErrorException>(() => Load(Settings with { Test = ["t.bin"] })).Where);
        Assert.Equal([1], Load(Settings with { Test = ["t.bin"], OnError = OnError.Skip })["test"].Labels);
    }

    [Fact]
    public void Refuses_a_file_of_which_no_label_is_a_class()
    {
        Write("a.bin", CifarBytes.Record(8, 1, 1, 1), CifarBytes.Record(9, 2, 2, 2));
        _folder.File("names.txt", "cat\ndog\n");
        var error = Assert.Throws<UserErrorException>(() => Load(Settings with { Classes = "names.txt", OnError = OnError.Skip }));
        Assert.Equal(("no label of 'train' is a class; the last one: the label is 9", $"{At("a.bin")}: byte 3073"), (error.Found, error.Where));
    }

    [Theory]
    [InlineData(3073 + 10, "the file ends at byte 3083, within record 1, one of 3073 bytes", 3073)]
    [InlineData(0, "the file is empty", 0)]
    public void Names_the_byte_where_a_file_ends_too_early(int length, string found, int position)
    {
        Write("a.bin", new byte[length]);
        var error = Assert.Throws<UserErrorException>(() => Load(Settings));
        Assert.Equal(found, error.Found);
        Assert.EndsWith($"a.bin: byte {position}", error.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void Wants_a_mean_for_each_channel() => Assert.Equal("data.mean has 1 numbers",
        Assert.Throws<UserErrorException>(() => Load(Settings with { Mean = [0.5] })).Found);

    [Fact]
    public void Names_the_line_of_a_class_named_twice()
    {
        Write("a.bin", CifarBytes.Record(0, 1, 1, 1));
        var path = _folder.File("names.txt", "cat\ncat\n");
        var error = Assert.Throws<UserErrorException>(() => Load(Settings with { Classes = "names.txt" }));
        Assert.Equal(("class 'cat' is named twice", $"{path}:2"), (error.Found, error.Where));
    }

    [SharedFact]
    [Trait("needs", "shared")]
    public void Reads_cifar10()
    {
        var data = Load(new() { Path = Path.Combine(Places.Shared!, "data/cifar10"), Train = ["data_batch_1.bin"], Test = ["test_batch.bin"], Classes = "batches.meta.txt" });
        Assert.Equal(["train 5000", "test 2000"], data.Splits.Select(s => $"{s.Name} {s.Count}"));
        Assert.Equal(["airplane", "automobile", "bird"], data.Classes.Take(3));
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => i % 10), data["test"].Labels);
    }

    private void Write(string name, params byte[][] records) => File.WriteAllBytes(At(name), [.. records.SelectMany(record => record)]);

    private string At(string name) => Path.Combine(_folder.Path, name);

    private DataBundle Load(CifarSettings settings, CollectingLog? log = null) => new CifarSource(settings).Load(
        new StageContext { Name = "data", StageSeed = 1, BaseFolder = _folder.Path, Files = new ScratchFiles(_folder.Path), Log = log ?? new CollectingLog() });

    private static Tensor Values(Split split) => ((DenseInputs)split.Inputs).Values;
}
