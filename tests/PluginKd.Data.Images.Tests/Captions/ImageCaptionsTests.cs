using System.IO.Compression;
using System.Text;

namespace PluginKd.Data.Images.Tests;

public sealed class ImageCaptionsTests : IDisposable
{
    private const string Captions = "a.jpg#0\ta red thing\na.jpg#1\tred it is\nb.jpg#0\ta green thing\nc.jpg#0\ta blue thing\nc.jpg#1\tblue it is\n";

    // One grey pixel an image: its value is its name.
    private static readonly ImageCaptionsSettings Settings = new()
    {
        Captions = "captions.txt",
        RecordShape = [1, 1, 1],
        Train = new() { Names = "train.txt", Records = ["train.bin"] },
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pairs_each_image_with_its_captions_and_as_many_of_other_images_as_asked_for()
    {
        Write(Captions, "a.jpg\nb.jpg\nc.jpg\n", 0, 51, 255);
        var train = Load(Settings with { Negatives = 2 })["train"];
        Assert.Equal(["no", "yes"], Load(Settings).Classes);
        Assert.Equal([.. Enumerable.Repeat<int[]>([1, 0, 0], 5).SelectMany(labels => labels)], train.Labels);
        var own = new Dictionary<string, string[]> { ["a.jpg"] = ["a red thing", "red it is"], ["b.jpg"] = ["a green thing"], ["c.jpg"] = ["a blue thing", "blue it is"] };
        var pixel = new Dictionary<string, float> { ["a.jpg"] = 0, ["b.jpg"] = 0.2f, ["c.jpg"] = 1 };
        foreach (var (text, label, group, value) in Texts(train).Zip(train.Labels, train.Groups!).Zip(Pixels(train), (t, v) => (t.First, t.Second, t.Third, v)))
        {
            Assert.Equal(label == 1, own[group].Contains(text));
            Assert.Equal(pixel[group], value);
        }

        Assert.Equal(["a.jpg#0", "a.jpg#1", "b.jpg#0", "c.jpg#0", "c.jpg#1"], train.Ids!.Where((_, i) => train.Labels[i] == 1));
    }

    // Of many draws each other image comes as often as another, and so do its captions: of a's wrong ones half are b's only caption, a quarter each of c's.
    [Fact]
    public void Draws_other_images_evenly_and_again_the_same_from_a_seed()
    {
        Write(Captions, "a.jpg\nb.jpg\nc.jpg\n", 0, 51, 255);
        var settings = Settings with { Negatives = 2000 };
        var train = Load(settings)["train"];
        var wrong = Texts(train).Where((_, i) => train.Groups![i] == "a.jpg" && train.Labels[i] == 0).CountBy(text => text).ToDictionary();
        Assert.InRange(wrong["a green thing"], 1850, 2150);
        Assert.InRange(wrong["a blue thing"], 850, 1150);
        Assert.InRange(wrong["blue it is"], 850, 1150);
        Assert.Equal(Texts(train), Texts(Load(settings)["train"]));
        Assert.NotEqual(Texts(train), Texts(Load(settings, seed: 2)["train"]));
    }

    [Fact]
    public void Keeps_the_test_true_and_whole_unless_asked_for_more()
    {
        Write(Captions, "b.jpg\n", 51);
        File.WriteAllText(At("test.txt"), "a.jpg\nc.jpg\n");
        File.WriteAllBytes(At("test.bin"), [0, 255]);
        var settings = Settings with { Negatives = 0, CaptionsEach = 1, Test = new() { Names = "test.txt", Records = ["test.bin"] } };
        var data = Load(settings);
        Assert.Equal(["a red thing", "red it is", "a blue thing", "blue it is"], Texts(data["test"]));
        Assert.All(data["test"].Labels, label => Assert.Equal(1, label));
        Assert.Equal([0L, 1, 2, 3, 4], data.Splits.SelectMany(split => split.Indices));
        Assert.Equal([1, 0, 1, 0, 1, 0, 1, 0], Load(settings with { TestNegatives = 1 })["test"].Labels);
    }

    [Fact]
    public void A_limit_takes_the_first_captions_of_training()
    {
        Write(Captions, "a.jpg\nc.jpg\n", 0, 255);
        Assert.Equal(["a red thing", "a blue thing"], Texts(Load(Settings with { Negatives = 0, CaptionsEach = 1 })["train"]));
    }

    // Another image may have a caption of the same words: that would be called wrong and is right.
    [Fact]
    public void A_caption_with_words_that_the_image_has_itself_is_never_a_wrong_one()
    {
        Write("a.jpg#0\ta dog\nb.jpg#0\ta dog\nb.jpg#1\ta cat\n", "a.jpg\nb.jpg\n", 0, 1);
        var error = Assert.Throws<UserErrorException>(() => Load(Settings));
        Assert.Equal("no caption is wrong for image 'b.jpg' of 'train'", error.Found);
        Write("a.jpg#0\ta dog\nb.jpg#0\ta dog\nb.jpg#1\ta cat\nc.jpg#0\ta cow\n", "a.jpg\nb.jpg\nc.jpg\n", 0, 1, 2);
        var train = Load(Settings with { Negatives = 50 })["train"];
        Assert.DoesNotContain("a dog", Texts(train).Where((_, i) => train.Groups![i] != "c.jpg" && train.Labels[i] == 0));
    }

    [Fact]
    public void Reads_records_plane_by_plane_from_several_files_packed_or_not()
    {
        Write(Captions, "a.jpg\nb.jpg\n");
        File.WriteAllBytes(At("one.bin"), [0, 51, 102, 153, 204, 255]);
        using (var packed = new GZipStream(File.Create(At("two.bin.gz")), CompressionLevel.Fastest)) packed.Write([255, 0, 0, 0, 0, 51]);
        var train = Load(Settings with { RecordShape = [3, 1, 2], Negatives = 0, Train = new() { Names = "train.txt", Records = ["one.bin", "two.bin"] }, Mean = [0, 0.2, 0.5], Deviation = [1, 1, 0.5] })["train"];
        var images = ((DenseInputs)((PairInputs)train.Inputs).First).Values;
        Assert.Equal([3, 3, 1, 2], images.shape);
        // (102/255 − 0.2), (153/255 − 0.2); (204/255 − 0.5)/0.5, (255/255 − 0.5)/0.5.
        Assert.Equal([0, 0.2f, 0.2f, 0.4f, 0.6f, 1], images[0].reshape(-1).data<float>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.Equal([1, 0, -0.2f, -0.2f, -1, -0.6f], images[2].reshape(-1).data<float>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-6);
    }

    [Fact]
    public void Holds_an_image_once_whatever_the_number_of_its_captions()
    {
        Write(string.Concat(Enumerable.Range(0, 400).Select(k => $"a.jpg#{k}\tcaption {k}\n")), "a.jpg\n");
        File.WriteAllBytes(At("train.bin"), new byte[3 * 256 * 256]);
        var before = MemoryPeak();
        var train = Load(Settings with { RecordShape = [3, 256, 256], Negatives = 0 })["train"];
        Assert.Equal(400, train.Count);
        // Copies would be 400 · 768 KiB = 300 MiB.
        Assert.InRange(MemoryPeak() - before, long.MinValue, 100L << 20);
        static long MemoryPeak() => System.Diagnostics.Process.GetCurrentProcess().WorkingSet64;
    }

    [Fact]
    public void Finds_images_of_a_folder_whatever_their_ending_and_says_what_was_left_out()
    {
        Write(Captions + "d.jpg#0\tnobody's\n", "a.jpg\nb.jpg\n");
        foreach (var (name, value) in new[] { ("a.pgm", 0), ("b.ppm", 51), ("e.pgm", 9) })
            _folder.File($"pictures/{name}", name.EndsWith("ppm", StringComparison.Ordinal) ? $"P3 1 1 255\n{value} {value} {value}\n" : $"P2 1 1 255\n{value}\n");
        var log = new CollectingLog();
        var train = Load(Settings with { Folder = "pictures", GreyAsRgb = true, Negatives = 0, Train = new() { Names = "train.txt" } }, log: log)["train"];
        Assert.Equal([0, 0, 0, 0, 0, 0, 0.2f, 0.2f, 0.2f], Pixels(train));
        Assert.Contains(log.Words, line => line.Contains("train: 2 images with 3 captions, 3 pairs", StringComparison.Ordinal));
        Assert.Contains(log.Words, line => line.Contains("3 captions of 2 images that no split names are left out: c.jpg, d.jpg", StringComparison.Ordinal));
        Assert.Contains(log.Words, line => line.Contains("1 images of the folder that no split names are left out: e", StringComparison.Ordinal));
    }

    [Fact]
    public void Ends_at_a_bad_entry_or_leaves_it_out_and_counts_it()
    {
        Write(Captions + "no tab\nc.jpg#0\tagain\nc.jpg#x\tno number\nc.jpg#2\t \n", "a.jpg\nb.jpg\nd.jpg\n", 0, 51, 102);
        var error = Assert.Throws<UserErrorException>(() => Load(Settings));
        Assert.Equal(("the line is no caption", $"{At("captions.txt")}:6"), (error.Found, error.Where));
        var log = new CollectingLog();
        var train = Load(Settings with { OnError = OnError.Skip, Negatives = 0 }, log: log)["train"];
        Assert.Equal(["a.jpg", "a.jpg", "b.jpg"], train.Groups!);
        Assert.Equal([0, 0, 0.2f], Pixels(train));
        var line = Assert.Single(log.Words, line => line.Contains("5 of 10 captions and images are left out", StringComparison.Ordinal));
        Assert.Contains("caption 'c.jpg#0' stands further up, too", line, StringComparison.Ordinal);
        Assert.Contains("caption 'c.jpg#2' is empty", line, StringComparison.Ordinal);
        Assert.Contains("image 'd.jpg' has no caption", line, StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_without_a_file_is_a_bad_entry()
    {
        Write(Captions, "a.jpg\nb.jpg\n");
        _folder.File("pictures/b.pgm", "P2 1 1 255\n51\n");
        var settings = Settings with { Folder = "pictures", Negatives = 0, Train = new() { Names = "train.txt" } };
        Assert.Equal("there is no image 'a.jpg'", Assert.Throws<UserErrorException>(() => Load(settings)).Found);
        var train = Load(settings with { OnError = OnError.Skip })["train"];
        Assert.Equal(["b.jpg"], train.Groups!);
        Assert.Equal([0.2f], Pixels(train));
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Write(Captions, "a.jpg\nb.jpg\n", 0, 51, 255);
        Assert.Equal("the files hold 3 images of 1 × 1 × 1 bytes, and 2 are named", Found(Settings));
        Assert.Equal("data.record-shape is [3, 2]", Found(Settings with { RecordShape = [3, 2] }));
        Assert.Equal("data.mean has 2 numbers", Found(Settings with { Mean = [1, 2] }));
        Assert.Equal("data.train names no files of records, and there is no folder of images", Found(Settings with { Train = new() { Names = "train.txt" } }));
        Assert.Equal("data.train.names names no file", Found(Settings with { Train = new() }));
        Assert.Equal("data.test.names names no file", Found(Settings with { Test = new() { Records = ["test.bin"] } }));
        Write(Captions, "a.jpg\na.jpg\n", 0, 51);
        Assert.Equal("image 'a.jpg' is named twice, in 'train'", Found(Settings));
        Write(Captions, "a.jpg\nb.jpg\n", 0, 51);
        Assert.Equal("image 'a.jpg' is named twice, in 'train' and in 'test'", Found(Settings with { Test = Settings.Train }));
        Write(Captions, "\n");
        Assert.Equal("the file names no image", Found(Settings));
        Write("", "a.jpg\n", 0);
        Assert.Equal("the file holds no caption", Found(Settings));
        Write(Captions, "A.jpg\n", 0);
        Assert.Equal("no image of 'train' has a caption", Found(Settings with { OnError = OnError.Skip }));
        File.WriteAllBytes(At("captions.txt"), [.. Encoding.ASCII.GetBytes("a.jpg#0\tcaf"), 0xE9, 10]);
        Assert.Equal("byte 12 of the line, 0xE9, is not UTF-8", Found(Settings));
        string Found(ImageCaptionsSettings settings) => Assert.Throws<UserErrorException>(() => Load(settings)).Found;
    }

    [SharedFact]
    [Trait("needs", "shared")]
    public void Reads_flickr8k()
    {
        var log = new CollectingLog();
        var data = Load(new()
        {
            Path = Path.Combine(Places.Shared!, "data/flickr8k32"),
            Captions = "Flickr8k.token.txt",
            Train = new() { Names = "Flickr_8k.trainImages.txt", Records = ["train_1.bin", "train_2.bin"] },
            Validation = new() { Names = "Flickr_8k.devImages.txt", Records = ["dev.bin"] },
            Test = new() { Names = "Flickr_8k.testImages.txt", Records = ["test.bin"] },
        }, log: log);
        Assert.Equal(["train 60000", "validation 10000", "test 5000"], data.Splits.Select(split => $"{split.Name} {split.Count}"));
        Assert.Contains(log.Words, line => line.Contains("460 captions of 92 images that no split names are left out", StringComparison.Ordinal));
        Assert.Equal(1000, data["test"].Groups!.Distinct().Count());
    }

    private string At(string name) => Path.Combine(_folder.Path, name);

    private void Write(string captions, string names, params byte[] pixels)
    {
        _folder.File("captions.txt", captions);
        _folder.File("train.txt", names);
        File.WriteAllBytes(At("train.bin"), pixels);
    }

    private DataBundle Load(ImageCaptionsSettings settings, long seed = 1, CollectingLog? log = null)
    {
        var context = new StageContext { Name = "data", StageSeed = seed, BaseFolder = _folder.Path, Files = new ScratchFiles(_folder.Path) };
        return new ImageCaptions(settings).Load(log is null ? context : context with { Log = log });
    }

    private static string[] Texts(Split split) => [.. ((TextInputs)((PairInputs)split.Inputs).Second).Texts];

    private static float[] Pixels(Split split) => ((DenseInputs)((PairInputs)split.Inputs).First).Values.reshape(-1).data<float>().ToArray();
}
