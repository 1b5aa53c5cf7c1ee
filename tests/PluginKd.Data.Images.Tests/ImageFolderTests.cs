namespace PluginKd.Data.Images.Tests;

public sealed class ImageFolderTests : IDisposable
{
    private readonly KdTestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Classes_are_folders_and_images_stand_in_the_order_of_their_names()
    {
        Grey("data/cat/b.pgm", 51);
        Grey("data/cat/a.pgm", 255);
        Grey("data/ant/z.pgm", 0);
        Grey("data/.hidden/x.pgm", 7);
        File.WriteAllText(At("data/readme.txt"), "passed over");
        var data = Load(new() { Path = "data" });
        Assert.Equal(["ant", "cat"], data.Classes);
        Assert.Equal([0, 1, 1], data["train"].Labels);
        Assert.Equal([3, 1, 1, 1], Values(data["train"]).shape);
        Assert.Equal([0, 1, 0.2f], Values(data["train"]).data<float>().ToArray());
    }

    // (51/255 − 0.1) / 0.5 = 0.2, (0 − 0.2) / 0.25 = −0.8, (1 − 0) / 2 = 0.5.
    [Fact]
    public void Normalises_each_channel()
    {
        Coloured("data/a/1.ppm", 51, 0, 255);
        Coloured("data/b/1.ppm", 0, 0, 0);
        var image = Values(Load(new() { Path = "data", Mean = [0.1, 0.2, 0], Deviation = [0.5, 0.25, 2] })["train"])[0];
        Assert.Equal([0.2f, -0.8f, 0.5f], image.reshape(-1).data<float>().ToArray());
    }

    // The mean of two pixels by two.
    [Fact]
    public void Brings_images_to_one_size_and_grey_ones_to_colours_when_asked()
    {
        Write("data/a/1.pgm", [.. "P5 2 2 4\n"u8, 0, 4, 1, 1]);
        Coloured("data/b/1.ppm", 0, 51, 255);
        var images = Values(Load(new() { Path = "data", Resize = [1, 1], GreyAsRgb = true })["train"]);
        Assert.Equal([2, 3, 1, 1], images.shape);
        Assert.Equal([0.375f, 0.375f, 0.375f, 0, 0.2f, 1], images.reshape(-1).data<float>().ToArray());
    }

    [Fact]
    public void Reads_a_folder_for_each_split()
    {
        foreach (var split in new[] { "train", "val", "test" })
        {
            Grey($"data/{split}/0/1.pgm", 1);
            Grey($"data/{split}/10/1.pgm", 2);
            Grey($"data/{split}/9/1.pgm", 3);
        }

        Grey("data/more/1.pgm", 4);
        var data = Load(new() { Path = "data", Train = "train", Validation = "val", Test = "test", Unlabelled = "more" });
        Assert.Equal(["0", "9", "10"], data.Classes);
        Assert.Equal(["train Train 3", "validation Validation 3", "test Test 3", "unlabelled Unlabelled 1"], data.Splits.Select(s => $"{s.Name} {s.Role} {s.Count}"));
        Assert.Equal([0, 2, 1], data["test"].Labels);
        Assert.Equal([Split.Unlabelled], data["unlabelled"].Labels);
        Assert.Equal(10, data.Splits.SelectMany(s => s.Indices).Distinct().Count());
    }

    [Fact]
    public void Draws_splits_class_by_class_from_the_seed()
    {
        Classes("data", 20);
        var data = Load(new() { Path = "data", TestShare = 0.2, ValidationShare = 0.1, FewLabels = 3 });
        Assert.Equal(["train 14 14", "few 3 3", "validation 2 2", "test 4 4"], data.Splits.Select(s => $"{s.Name} {s.Labels.Count(l => l == 0)} {s.Labels.Count(l => l == 1)}"));
        Assert.Equal(data["test"].Indices, Load(new() { Path = "data", TestShare = 0.2 })["test"].Indices);
    }

    [Fact]
    public void Holds_domains_out_and_splits_the_others_each_by_itself()
    {
        foreach (var domain in new[] { "art", "film", "photo", "sketch" }) Classes($"data/{domain}", 10);
        var settings = new ImageFolderSettings { Path = "data", Domains = true, TestDomains = ["sketch"], UnlabelledDomains = ["film"], ValidationShare = 0.2, TestShare = 0.1 };
        var data = Load(settings);
        Assert.Equal(["train 28", "unlabelled 20", "validation 8", "test 4", "test-sketch 20"], data.Splits.Select(s => $"{s.Name} {s.Count}"));
        Assert.Equal([("art", 0, 2), ("art", 1, 2), ("photo", 0, 2), ("photo", 1, 2)], Counted(data["validation"]));
        Assert.Equal(["art", "photo"], data["train"].Domains!.Distinct());
        Assert.Equal((SplitRole.Test, "sketch"), (data["test-sketch"].Role, data["test-sketch"].Domains!.Distinct().Single()));
        Assert.All(data["unlabelled"].Labels, label => Assert.Equal(Split.Unlabelled, label));
        // Another domain that is held out draws the same of art: the streams are the domains' own.
        var other = Load(settings with { TestDomains = ["photo", "sketch"] });
        Assert.Equal(data["validation"].Indices.Take(4), other["validation"].Indices);
    }

    [Fact]
    public void Names_a_file_that_is_no_image_or_of_another_size()
    {
        Grey("data/a/1.pgm", 1);
        Grey("data/b/1.pgm", 1);
        var text = Write("data/b/2.txt", "hello"u8.ToArray());
        Assert.Equal(("the name is none of a PGM or PPM image", text), Refused(new() { Path = "data" }));
        File.Delete(text);
        var wide = Write("data/b/2.pgm", [.. "P5 2 1 255\n"u8, 1, 2]);
        Assert.Equal(("the image has 1 channel of 1 × 2 pixels", wide), Refused(new() { Path = "data" }));
        File.Delete(wide);
        Coloured("data/b/2.ppm", 1, 2, 3);
        Assert.Equal(("the image has 3 channels of 1 × 1 pixels", At("data/b/2.ppm")), Refused(new() { Path = "data" }));
        File.Delete(At("data/b/2.ppm"));
        File.CreateSymbolicLink(At("data/b/3.pgm"), At("nowhere"));
        var (found, where) = Refused(new() { Path = "data" });
        Assert.StartsWith("the file cannot be read: ", found, StringComparison.Ordinal);
        Assert.Equal(At("data/b/3.pgm"), where);
    }

    [Fact]
    public void Leaves_bad_files_out_when_asked_and_names_each()
    {
        Classes("data", 3);
        var cut = Write("data/b/cut.pgm", [.. "P5 9 9 255\n"u8, 1, 2]);
        var text = Write("data/b/notes.txt", "hello"u8.ToArray());
        var data = Load(new() { Path = "data", OnError = OnError.Skip });
        Assert.Equal(6, data["train"].Count);
        Assert.Equal([$"Warning: 2 of 8 images are left out:\n  {cut}: byte 11: the file ends at byte 13, within row 0 of 9\n  {text}: the name is none of a PGM or PPM image"], _host.Logged);
    }

    [Fact]
    public void Refuses_when_more_files_are_bad_than_good()
    {
        Grey("data/a/1.pgm", 1);
        Write("data/b/1.pgm", "P9"u8.ToArray());
        Write("data/b/2.pgm", "P9"u8.ToArray());
        Assert.Equal(("2 of 3 files cannot be used", "data.on-error"), Refused(new() { Path = "data", OnError = OnError.Skip }));
    }

    [Fact]
    public void Names_folders_that_are_empty_or_in_the_wrong_place()
    {
        Classes("data", 1);
        Directory.CreateDirectory(At("data/c"));
        Assert.Equal($"the folder '{At("data/c")}' is empty", Refused(new() { Path = "data" }).Found);
        Directory.CreateDirectory(At("data/c/d"));
        Assert.Equal(("a folder lies among the images: 'd'", At("data/c")), Refused(new() { Path = "data" }));
        Directory.Delete(At("data/c"), recursive: true);
        Grey("data/stray.pgm", 1);
        Assert.Equal(("an image lies beside the folders: 'stray.pgm'", At("data")), Refused(new() { Path = "data" }));
        Assert.Equal(($"there is no folder '{At("none")}'", "data.path"), Refused(new() { Path = "none" }));
        Assert.Equal(("an image lies beside the folders: '0.pgm'", At("data/a")), Refused(new() { Path = "data/a" }));
        File.Delete(At("data/a/0.pgm"));
        Assert.Equal($"'{At("data/a")}' has no folders", Refused(new() { Path = "data/a" }).Found);
    }

    [Fact]
    public void Names_the_folder_of_a_class_that_training_lacks()
    {
        Classes("data/train", 1);
        Grey("data/test/zebra/1.pgm", 1);
        Assert.Equal(("label 'zebra' does not occur in the training split", At("data/test/zebra")), Refused(new() { Path = "data", Train = "train", Test = "test" }));
    }

    public static TheoryData<ImageFolderSettings, string> Contradictions => new()
    {
        { new() { Path = "data", Test = "test" }, "data.train" },
        { new() { Path = "data", Domains = true, Train = "train" }, "data.domains" },
        { new() { Path = "data", TestDomains = ["a"] }, "data.domains" },
        { new() { Path = "data", Train = "train", Test = "test", TestShare = 0.1 }, "data.test-share" },
        { new() { Path = "data", Train = "train", Validation = "v", ValidationShare = 0.1 }, "data.validation-share" },
        { new() { Path = "data", Resize = [32] }, "data.resize" },
        { new() { Path = "data", Mean = [0.5, 0.5] }, "data.mean" },
        { new() { Path = "data", TestShare = 0.5, ValidationShare = 0.5 }, "data.test-share" },
        { new() { Path = "domains", Domains = true, TestDomains = ["c"] }, "data.test-domains.0" },
        { new() { Path = "domains", Domains = true, TestDomains = ["a", "b"] }, "data.test-domains" },
        { new() { Path = "domains", Domains = true, TestDomains = ["a"], UnlabelledDomains = ["a"] }, "data.unlabelled-domains" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Says_which_setting_contradicts(ImageFolderSettings settings, string where)
    {
        Classes("data", 2);
        Classes("domains/a", 1);
        Classes("domains/b", 1);
        Assert.Equal(where, Refused(settings).Where);
    }

    private static (string, int, int)[] Counted(Split split) => [.. Enumerable.Range(0, split.Count).GroupBy(i => (split.Domains![i], split.Labels[i]))
        .Select(group => (group.Key.Item1, group.Key.Item2, group.Count())).Order()];

    private void Classes(string folder, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Grey($"{folder}/a/{i}.pgm", (byte)i);
            Grey($"{folder}/b/{i}.pgm", (byte)(i + 100));
        }
    }

    private void Grey(string name, byte value) => Write(name, [.. "P5 1 1 255\n"u8, value]);

    private void Coloured(string name, byte red, byte green, byte blue) => Write(name, [.. "P6 1 1 255\n"u8, red, green, blue]);

    private string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    private string At(string name) => Path.Combine(_host.Folder, name);

    private (string Found, string Where) Refused(ImageFolderSettings settings)
    {
        var error = Assert.Throws<UserErrorException>(() => Load(settings));
        return (error.Found, error.Where);
    }

    private DataBundle Load(ImageFolderSettings settings) => new ImageFolder(settings).Load(_host.Stage);

    private static Tensor Values(Split split) => ((DenseInputs)split.Inputs).Values;
}
