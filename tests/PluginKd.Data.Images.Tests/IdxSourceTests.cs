using System.IO.Compression;

namespace PluginKd.Data.Images.Tests;

public sealed class IdxSourceTests : IDisposable
{
    private static readonly IdxSettings Settings = new() { TrainImages = "images", TrainLabels = "labels" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_images_of_one_channel_divided_by_the_scale()
    {
        Write("images", IdxBytes.Images(2, 1, 3, 0, 51, 255, 102, 0, 0));
        Write("labels", IdxBytes.Labels(7, 3));
        var data = Load(Settings);
        Assert.Equal([2, 1, 1, 3], Values(data["train"]).shape);
        Assert.Equal([0, 0.2f, 1, 0.4f, 0, 0], Values(data["train"]).data<float>().ToArray());
        Assert.Equal(["3", "7"], data.Classes);
        Assert.Equal([1, 0], data["train"].Labels);
    }

    [Fact]
    public void Reads_packed_files_and_goes_on_counting_in_the_test()
    {
        Write("images", IdxBytes.Images(2, 1, 1, 1, 2));
        Write("labels", IdxBytes.Labels(0, 1));
        Pack("test-images", IdxBytes.Images(1, 1, 1, 3));
        Pack("test-labels", IdxBytes.Labels(1));
        var data = Load(Settings with { TestImages = "test-images", TestLabels = "test-labels" });
        Assert.Equal((SplitRole.Test, 2L, 1), (data["test"].Role, data["test"].Indices[0], data["test"].Labels[0]));
    }

    [Fact]
    public void Draws_validation_and_few_from_the_training_images()
    {
        Write("images", IdxBytes.Images(20, 1, 1, new byte[20]));
        Write("labels", IdxBytes.Labels([.. Enumerable.Range(0, 20).Select(i => (byte)(i % 2))]));
        var data = Load(Settings with { ValidationShare = 0.2, FewLabels = 3 });
        Assert.Equal(["train 16", "few 6", "validation 4"], data.Splits.Select(s => $"{s.Name} {s.Count}"));
        Assert.Empty(data["validation"].Indices.Intersect(data["train"].Indices));
    }

    public static TheoryData<byte[], string, int> BadImages => new()
    {
        { IdxBytes.Numbers(2049, 1, 1, 1), "the magic number is 2049", 0 },
        { IdxBytes.Numbers(2051, -1, 1, 1), "the number of images is -1", 4 },
        { IdxBytes.Numbers(2051, 0, 1, 1), "the number of images is 0", 4 },
        { IdxBytes.Numbers(2051, 1, 70_000, 1), "the height is 70000", 8 },
        { IdxBytes.Numbers(2051, 1, 1, 0), "the width is 0", 12 },
        { IdxBytes.Numbers(2051, 1), "the file ends at byte 8, within the height", 8 },
        { [0, 0], "the file ends at byte 2, within the magic number", 0 },
        { IdxBytes.Images(2, 1, 2, 1, 2, 3), "the file ends at byte 19, within image 1 of 2", 18 },
        { IdxBytes.Images(1, 1, 2, 1, 2, 3), "the file goes on behind 1 images of 1 × 2 pixels", 18 },
    };

    [Theory]
    [MemberData(nameof(BadImages))]
    public void Names_file_and_byte_of_what_is_wrong(byte[] images, string found, int position)
    {
        Write("images", images);
        Write("labels", IdxBytes.Labels(0, 1));
        var error = Assert.Throws<UserErrorException>(() => Load(Settings));
        Assert.Equal(found, error.Found);
        Assert.Equal($"{Path.Combine(_folder.Path, "images")}: byte {position}", error.Where);
    }

    [Fact]
    public void Refuses_labels_of_another_number_of_images()
    {
        Write("images", IdxBytes.Images(2, 1, 1, 1, 2));
        Write("labels", IdxBytes.Labels(0, 1, 1));
        var error = Assert.Throws<UserErrorException>(() => Load(Settings));
        Assert.StartsWith("there are 3 labels for 2 images of ", error.Found, StringComparison.Ordinal);
        Assert.EndsWith("labels: byte 4", error.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_byte_of_a_test_label_that_training_never_saw()
    {
        Write("images", IdxBytes.Images(2, 1, 1, 1, 2));
        Write("labels", IdxBytes.Labels(0, 1));
        Write("test-images", IdxBytes.Images(2, 1, 1, 1, 2));
        Write("test-labels", IdxBytes.Labels(0, 9));
        var error = Assert.Throws<UserErrorException>(() => Load(Settings with { TestImages = "test-images", TestLabels = "test-labels" }));
        Assert.Equal("label '9' does not occur in the training split", error.Found);
        Assert.EndsWith("test-labels: byte 9", error.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_test_images_out_whose_label_training_lacks_when_asked()
    {
        Write("images", IdxBytes.Images(2, 1, 1, 1, 2));
        Write("labels", IdxBytes.Labels(0, 1));
        Write("test-images", IdxBytes.Images(3, 1, 1, 51, 102, 255));
        Write("test-labels", IdxBytes.Labels(0, 9, 1));
        var log = new CollectingLog();
        var test = Load(Settings with { TestImages = "test-images", TestLabels = "test-labels", OnError = OnError.Skip }, log)["test"];
        Assert.Equal([0, 1], test.Labels);
        Assert.Equal([2L, 4], test.Indices);
        Assert.Equal([0.2f, 1], Values(test).data<float>().ToArray());
        Assert.Equal([$"1 of 3 records of 'test' are left out:\n  {Path.Combine(_folder.Path, "test-labels")}: byte 9: label '9' does not occur in the training split"], log.Words);
    }

    [Fact]
    public void Wants_test_images_and_test_labels_together() => Assert.Equal("test-images is given alone",
        Assert.Throws<UserErrorException>(() => Load(Settings with { TestImages = "images" })).Found);

    // Sizes as published; the mean pixel of MNIST's training images, 0.1307, is widely used for normalisation.
    [SharedFact]
    [Trait("needs", "shared")]
    public void Reads_mnist()
    {
        var data = Load(new()
        {
            Path = Path.Combine(Places.Shared!, "data/mnist"),
            TrainImages = "train-images-idx3-ubyte",
            TrainLabels = "train-labels-idx1-ubyte",
            TestImages = "t10k-images-idx3-ubyte",
            TestLabels = "t10k-labels-idx1-ubyte",
        });
        Assert.Equal(["train 60000", "test 10000"], data.Splits.Select(s => $"{s.Name} {s.Count}"));
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], data.Classes);
        using var scope = NewDisposeScope();
        Assert.Equal(0.1307, Values(data["train"]).mean().ToDouble(), 4);
    }

    [SharedFact]
    [Trait("needs", "shared")]
    public void Reads_usps()
    {
        var data = Load(new()
        {
            Path = Path.Combine(Places.Shared!, "data/usps"),
            TrainImages = "train-images-idx3-ubyte",
            TrainLabels = "train-labels-idx1-ubyte",
            TestImages = "test-images-idx3-ubyte",
            TestLabels = "test-labels-idx1-ubyte",
        });
        Assert.Equal(["train 7291", "test 2007"], data.Splits.Select(s => $"{s.Name} {s.Count}"));
        Assert.Equal([1, 16, 16], ((DenseInputs)data["train"].Inputs).Shape);
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder.Path, name), bytes);

    private void Pack(string name, byte[] bytes)
    {
        using var file = new GZipStream(File.Create(Path.Combine(_folder.Path, name + ".gz")), CompressionMode.Compress);
        file.Write(bytes);
    }

    private DataBundle Load(IdxSettings settings, CollectingLog? log = null) => new IdxSource(settings).Load(
        new StageContext { Name = "data", StageSeed = 1, BaseFolder = _folder.Path, Files = new ScratchFiles(_folder.Path), Log = log ?? new CollectingLog() });

    private static Tensor Values(Split split) => ((DenseInputs)split.Inputs).Values;
}
