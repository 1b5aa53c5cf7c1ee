using System.IO.Compression;

namespace PluginKd.Data.Images.Tests;

public sealed class ImageCsvTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Divides_pixels_by_the_scale_and_reads_the_last_column_as_the_label()
    {
        _folder.File("images.csv", "0,8,16,4,9\n16,0,0,2,10\n");
        var train = Load(new() { Path = "images.csv", Scale = 16, TestShare = 0 })["train"];
        Assert.Equal([0, 0.5f, 1, 0.25f, 1, 0, 0, 0.125f], Values(train).data<float>().ToArray());
        Assert.Equal([2, 4], Values(train).shape);
        Assert.Equal([0, 1], train.Labels);
    }

    [Fact]
    public void Shapes_images_when_width_and_height_are_given()
    {
        _folder.File("images.csv", "1,2,3,4,5,6,0\n1,2,3,4,5,6,1\n");
        var images = Values(Load(new() { Path = "images.csv", Width = 3, Height = 2, TestShare = 0 })["train"]);
        Assert.Equal([2, 1, 2, 3], images.shape);
        Assert.Equal(4 / 255f, images[0, 0, 1, 0].ToSingle());
    }

    [Fact]
    public void Says_how_many_pixels_there_are_when_the_shape_does_not_fit()
    {
        _folder.File("images.csv", "1,2,3,0\n1,2,3,1\n");
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Path = "images.csv", Width = 2, Height = 2 }));
        Assert.Equal("a row has 3 pixels", error.Found);
        Assert.Equal("width × height × channels = 2 × 2 × 1 = 4", error.Expected);
    }

    [Theory]
    [InlineData("1,2,0\n1,x,1\n", "column 2 holds 'x'", 2)]
    [InlineData("1,2,0\n\n1,2,3,1\n", "a row has 4 columns", 3)]
    [InlineData("1,NaN,0\n", "column 2 holds 'NaN'", 1)]
    public void Names_file_and_line_of_a_bad_row(string content, string found, int line)
    {
        var path = _folder.File("images.csv", content);
        var error = Assert.Throws<UserErrorException>(() => Load(new() { Path = "images.csv" }));
        Assert.Equal(found, error.Found);
        Assert.Equal($"{path}:{line}", error.Where);
    }

    [Fact]
    public void Skips_a_header()
    {
        _folder.File("images.csv", "p1,label\n1,a\n2,b\n");
        Assert.Equal(["a", "b"], Load(new() { Path = "images.csv", Header = true, TestShare = 0 }).Classes);
    }

    [Fact]
    public void Splits_class_by_class_without_overlap()
    {
        Rows(100, 50);
        var data = Load(new() { Path = "images.csv", TestShare = 0.2, ValidationShare = 0.1, FewLabels = 7 });
        Assert.Equal(
            ["train 70 35", "few 7 7", "validation 10 5", "test 20 10"],
            data.Splits.Select(s => $"{s.Name} {s.Labels.Count(l => l == 0)} {s.Labels.Count(l => l == 1)}"));
        Assert.Equal(150, data.Splits.Where(s => s.Name != "few").SelectMany(s => s.Indices).Distinct().Count());
        Assert.Empty(data["few"].Indices.Except(data["train"].Indices));
    }

    [Fact]
    public void Splits_the_same_way_for_the_same_seed_only()
    {
        Rows(100, 50);
        Assert.Equal(Load(new() { Path = "images.csv" })["test"].Indices, Load(new() { Path = "images.csv" })["test"].Indices);
        Assert.NotEqual(Load(new() { Path = "images.csv" })["test"].Indices, Load(new() { Path = "images.csv" }, seed: 2)["test"].Indices);
    }

    [Fact]
    public void Says_where_it_looked_for_a_missing_file() => Assert.Equal(
        $"there is no file '{Path.Combine(_folder.Path, "none.csv")}'", Assert.Throws<UserErrorException>(() => Load(new() { Path = "none.csv" })).Found);

    [Fact]
    public void Says_so_when_there_is_one_class_only()
    {
        _folder.File("images.csv", "1,2,7\n3,4,7\n");
        Assert.Equal("every training label is '7'", Assert.Throws<UserErrorException>(() => Load(new() { Path = "images.csv" })).Found);
    }

    [Fact]
    public void Refuses_a_packed_file_that_was_cut_short()
    {
        using var packed = new MemoryStream();
        using (var file = new GZipStream(packed, CompressionMode.Compress)) file.Write("1,2,0\n3,4,1\n"u8);
        File.WriteAllBytes(Path.Combine(_folder.Path, "images.csv"), packed.ToArray()[..^4]);
        Assert.Equal("the gzip file ends too early or is damaged", Assert.Throws<UserErrorException>(() => Load(new() { Path = "images.csv" })).Found);
    }

    [Fact]
    public void Leaves_bad_rows_out_when_asked_and_names_each()
    {
        var path = _folder.File("images.csv", "1,2,0\n3,x,1\n4,5,6,1\n7,8,1\n");
        var log = new CollectingLog();
        var data = new ImageCsv(new() { Path = "images.csv", Scale = 1, TestShare = 0, OnError = OnError.Skip }).Load(new StageContext { Name = "data", StageSeed = 1, BaseFolder = _folder.Path, Log = log });
        Assert.Equal([1, 2, 7, 8], Values(data["train"]).data<float>().ToArray());
        Assert.Equal([0, 1], data["train"].Labels);
        Assert.Equal([$"2 of 4 rows are left out:\n  {path}:2: column 2 holds 'x'\n  {path}:3: a row has 4 columns"], log.Words);
    }

    [SharedFact]
    [Trait("needs", "shared")]
    public void Reads_the_digits()
    {
        var data = Load(new() { Path = Path.Combine(Places.Shared!, "data/sklearn_digits/digits.csv"), Scale = 16, Width = 8, Height = 8 });
        Assert.Equal(1797, data.Splits.Sum(s => s.Count));
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], data.Classes);
        Assert.Equal(1, Values(data["train"]).max().ToSingle());
    }

    private void Rows(int zeros, int ones) => _folder.File("images.csv", string.Concat(
        Enumerable.Range(0, zeros + ones).Select(i => $"{i % 7},{i % 11},{(i < zeros ? 0 : 1)}\n")));

    private DataBundle Load(ImageCsvSettings settings, long seed = 1) =>
        new ImageCsv(settings).Load(new StageContext { Name = "data", StageSeed = seed, BaseFolder = _folder.Path });

    private static Tensor Values(Split split) => ((DenseInputs)split.Inputs).Values;
}
