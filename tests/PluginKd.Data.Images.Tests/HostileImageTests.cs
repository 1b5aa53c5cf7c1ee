using System.Text;

namespace PluginKd.Data.Images.Tests;

/// <summary>Files and settings that lost examples in silence, became classes, or ended as a fault of the plugin.</summary>
public sealed class HostileImageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CollectingLog _log = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_quote_that_nobody_closed_in_a_table_of_pixels_spoils_its_line_only()
    {
        var path = _folder.File("images.csv", "1,2,a\n\"3,4,b\n\"5\",6,\"b, c\"\n7,8,a\n7,9,\"b, c\"\n");
        var settings = new ImageCsvSettings { Path = "images.csv", TestShare = 0 };
        Assert.Equal(("a quote stands where none belongs, or is never closed", $"{path}:2"), Refused(settings));
        var data = Load(new ImageCsv(settings with { OnError = OnError.Skip }));
        Assert.Equal(["a", "b, c"], data.Classes);
        Assert.Equal([0, 1, 0, 1], data["train"].Labels);
        Assert.Equal([$"1 of 5 rows are left out:\n  {path}:2: a quote stands where none belongs, or is never closed"], _log.Words);
    }

    [Fact]
    public void Bytes_that_are_no_text_in_a_table_of_pixels_are_named_and_become_no_class()
    {
        var path = _folder.File("images.csv", "");
        File.WriteAllBytes(path, [.. "1,2,a\n1,2,caf"u8, 0xE9, .. "\n1,2,b\n"u8]);
        Assert.Equal(("byte 8 of the line, 0xE9, is not UTF-8", $"{path}:2"), Refused(new() { Path = "images.csv" }));
        File.WriteAllBytes(path, [.. "1,2,a\n1,"u8, 0, .. ",b\n"u8]);
        Assert.Equal(("byte 3 of the line is NUL", $"{path}:2"), Refused(new() { Path = "images.csv" }));
    }

    [Fact]
    public void A_long_pixel_is_not_shown_in_full()
    {
        _folder.File("images.csv", $"1,2,a\n{new string('1', 1000)},2,b\n");
        Assert.Equal($"column 1 holds '{new string('1', 60)}…'", Refused(new() { Path = "images.csv" }).Found);
    }

    [Fact]
    public void Names_of_classes_are_utf8()
    {
        File.WriteAllBytes(_folder.File("one.bin", ""), [.. CifarBytes.Record(0, 1, 2, 3), .. CifarBytes.Record(1, 1, 2, 4)]);
        var path = _folder.File("names.txt", "");
        File.WriteAllBytes(path, [.. "caf"u8, 0xE9, .. "\nbar\n"u8]);
        var error = Assert.Throws<UserErrorException>(() => Load(new CifarSource(new() { Train = ["one.bin"], Classes = "names.txt" })));
        Assert.Equal(("byte 4 of the line, 0xE9, is not UTF-8", $"{path}:1"), (error.Found, error.Where));
    }

    [Fact]
    public void Sizes_that_no_memory_holds_are_refused()
    {
        File.WriteAllBytes(_folder.File("images", ""), IdxBytes.Images(1, 1, 1, 5));
        File.WriteAllBytes(_folder.File("labels", ""), IdxBytes.Labels(1));
        var idx = Assert.Throws<UserErrorException>(() => Load(new IdxSource(new() { TrainImages = "images", TrainLabels = "labels", Resize = [65_536, 65_536] })));
        Assert.Equal(("data.resize asks for 4294967296 pixels", "data.resize"), (idx.Found, idx.Where));
        _folder.File("captions.txt", "a.jpg#0\ta thing\n");
        _folder.File("train.txt", "a.jpg\n");
        var settings = new ImageCaptionsSettings { Captions = "captions.txt", Train = new() { Names = "train.txt", Records = ["images"] }, RecordShape = [3, 30_000, 30_000] };
        var captions = Assert.Throws<UserErrorException>(() => Load(new ImageCaptions(settings)));
        Assert.Equal(("data.record-shape is [3, 30000, 30000]", "data.record-shape"), (captions.Found, captions.Where));
    }

    [Theory]
    [InlineData(OnError.Refuse)]
    [InlineData(OnError.Skip)]
    public void A_setting_that_fits_no_image_is_no_fault_of_the_images(OnError onError)
    {
        foreach (var name in new[] { "a", "b" })
        {
            Directory.CreateDirectory(Path.Combine(_folder.Path, "data", name));
            File.WriteAllBytes(Path.Combine(_folder.Path, "data", name, "1.ppm"), Encoding.ASCII.GetBytes("P6 1 1 255\nabc"));
        }

        var error = Assert.Throws<UserErrorException>(() => Load(new ImageFolder(new() { Path = "data", Mean = [1, 2], OnError = onError })));
        Assert.Equal(("data.mean has 2 numbers", "data.mean", "correct the list"), (error.Found, error.Where, error.Fix));
        Assert.Empty(_log.Words);
    }

    private (string Found, string Where) Refused(ImageCsvSettings settings)
    {
        var error = Assert.Throws<UserErrorException>(() => Load(new ImageCsv(settings)));
        return (error.Found, error.Where);
    }

    private DataBundle Load(IDataSource source) => source.Load(new StageContext { Name = "data", StageSeed = 1, BaseFolder = _folder.Path, Log = _log });
}
