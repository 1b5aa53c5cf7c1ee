namespace PluginKd.Data.Images.Tests;

/// <summary>Domains in CIFAR and IDX files.</summary>
public sealed class DomainTests : IDisposable
{
    private readonly KdTestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Cifar_domains_are_split_each_by_itself_and_one_is_held_out()
    {
        Records("photo-1", 0, 10);
        Records("photo-2", 10, 10);
        Records("art", 40, 30);
        Records("sketch", 80, 6);
        var data = Load(Cifar with { TestDomains = ["sketch"], ValidationShare = 0.2, FewLabels = 2 });
        Assert.Equal(["train 40", "few 4", "validation 10", "test-sketch 6"], data.Splits.Select(s => $"{s.Name} {s.Count}"));
        Assert.Equal(["art 0 3", "art 1 3", "photo 0 2", "photo 1 2"], Counted(data["validation"]));
        Assert.Equal(["art 0 12", "art 1 12", "photo 0 8", "photo 1 8"], Counted(data["train"]));
        Assert.Equal((SplitRole.Test, "sketch"), (data["test-sketch"].Role, data["test-sketch"].Domains!.Distinct().Single()));
        Assert.Equal([80 / 255f, 81 / 255f], Values(data["test-sketch"]).select(3, 0).select(2, 0).select(1, 0).narrow(0, 0, 2).data<float>().ToArray());
        Assert.Equal(56, data.Splits.Where(s => s.Name != "few").SelectMany(s => s.Indices).Distinct().Count());
    }

    [Fact]
    public void An_in_domain_test_and_unlabelled_domains_are_made_of_whole_domains_and_shares()
    {
        Records("photo-1", 0, 10);
        Records("photo-2", 10, 10);
        Records("art", 40, 30);
        Records("sketch", 80, 6);
        var data = Load(Cifar with { UnlabelledDomains = ["art"], TestDomains = ["sketch"], TestShare = 0.1 });
        Assert.Equal(["train 18", "unlabelled 30", "test 2", "test-sketch 6"], data.Splits.Select(s => $"{s.Name} {s.Count}"));
        Assert.All(data["unlabelled"].Labels, label => Assert.Equal(Split.Unlabelled, label));
    }

    [Fact]
    public void A_label_that_only_a_held_out_domain_has_is_named_with_its_byte()
    {
        Records("photo-1", 0, 4);
        Records("photo-2", 0, 4);
        Records("art", 0, 4);
        File.WriteAllBytes(At("sketch"), [.. CifarBytes.Record(0, 1, 1, 1), .. CifarBytes.Record(7, 1, 1, 1)]);
        var error = Assert.Throws<UserErrorException>(() => Load(Cifar with { TestDomains = ["sketch"] }));
        Assert.Equal(("label '7' does not occur in the training split", $"{At("sketch")}: byte 3073"), (error.Found, error.Where));
    }

    [Fact]
    public void Records_of_domains_without_a_class_are_left_out_when_asked()
    {
        Records("photo-1", 0, 4);
        Records("photo-2", 0, 4);
        Records("art", 0, 4);
        File.WriteAllBytes(At("sketch"), [.. CifarBytes.Record(7, 1, 1, 1), .. CifarBytes.Record(1, 1, 1, 1)]);
        var test = Load(Cifar with { TestDomains = ["sketch"], OnError = OnError.Skip })["test-sketch"];
        Assert.Equal(("1", "13", "sketch"), (string.Join(' ', test.Labels), string.Join(' ', test.Indices), string.Join(' ', test.Domains!)));
        Assert.Equal([$"Warning: 1 of 2 records of 'sketch' are left out:\n  {At("sketch")}: byte 0: label '7' does not occur in the training split"], _host.Logged);
    }

    [Fact]
    public void Idx_images_of_a_domain_without_a_class_are_left_out_when_asked()
    {
        var domains = new[] { "a", "b" }.Select(name => new IdxDomain { Name = name, Images = name, Labels = $"{name}-labels" }).ToList();
        foreach (var domain in domains) File.WriteAllBytes(At(domain.Images), IdxBytes.Images(2, 1, 1, 1, 2));
        File.WriteAllBytes(At("a-labels"), IdxBytes.Labels(0, 1));
        File.WriteAllBytes(At("b-labels"), IdxBytes.Labels(5, 1));
        var data = new IdxSource(new() { Domains = domains, TestDomains = ["b"], OnError = OnError.Skip }).Load(_host.Stage);
        Assert.Equal([3L], data["test-b"].Indices);
        Assert.Equal([$"Warning: 1 of 2 records of 'b' are left out:\n  {At("b-labels")}: byte 8: label '5' does not occur in the training split"], _host.Logged);
    }

    [Fact]
    public void Labels_of_an_unlabelled_domain_are_not_looked_at()
    {
        Records("photo-1", 0, 4);
        Records("photo-2", 0, 4);
        Records("sketch", 0, 4);
        File.WriteAllBytes(At("art"), [.. CifarBytes.Record(0, 1, 1, 1), .. CifarBytes.Record(7, 1, 1, 1)]);
        Assert.Equal([Split.Unlabelled, Split.Unlabelled], Load(Cifar with { UnlabelledDomains = ["art"] })["unlabelled"].Labels);
    }

    // The mean of two pixels by two: (0 + 51 + 102 + 255) / 4 / 255 = 0.4.
    [Fact]
    public void Idx_domains_are_brought_to_one_size()
    {
        File.WriteAllBytes(At("big"), IdxBytes.Images(2, 2, 2, 0, 51, 102, 255, 255, 255, 255, 255));
        File.WriteAllBytes(At("small"), IdxBytes.Images(2, 1, 1, 51, 102));
        File.WriteAllBytes(At("labels"), IdxBytes.Labels(0, 1));
        var settings = new IdxSettings
        {
            Domains = [new() { Name = "mnist", Images = "big", Labels = "labels" }, new() { Name = "usps", Images = "small", Labels = "labels" }],
            TestDomains = ["usps"],
        };
        var error = Assert.Throws<UserErrorException>(() => new IdxSource(settings).Load(_host.Stage));
        Assert.Equal(("these images have 1 × 1 pixels", $"{At("small")}: byte 8"), (error.Found, error.Where));
        var data = new IdxSource(settings with { Resize = [1, 1] }).Load(_host.Stage);
        Assert.Equal([0.4f, 1], Values(data["train"]).data<float>().ToArray());
        Assert.Equal([0.2f, 0.4f], Values(data["test-usps"]).data<float>().ToArray());
        Assert.Equal([2, 1, 1, 1], Values(data["test-usps"]).shape);
    }

    [Fact]
    public void The_first_images_of_a_test_file_are_enough_when_asked()
    {
        Records("photo-1", 0, 4);
        Records("art", 0, 10);
        Assert.Equal([0, 1, 0], Load(new() { Train = ["photo-1"], Test = ["art"], TestLimit = 3 })["test"].Labels);
        Assert.Equal(10, Load(new() { Train = ["photo-1"], Test = ["art"], TestLimit = 30 })["test"].Count);
    }

    public static TheoryData<CifarSettings, string> Contradictions => new()
    {
        { new(), "data.train" },
        { new() { Test = ["a"] }, "data.train" },
        { new() { Train = ["a"], TestLimit = 3 }, "data.test-limit" },
        { new() { Train = ["a"], Test = ["a"], TestShare = 0.1 }, "data.test-share" },
        { new() { Train = ["a"], TestDomains = ["b"] }, "data.test-domains.0" },
        { Cifar with { Train = ["a"] }, "data.domains" },
        { Cifar with { TestDomains = ["scetch"] }, "data.test-domains.0" },
        { Cifar with { UnlabelledDomains = ["scetch"] }, "data.unlabelled-domains.0" },
        { Cifar with { TestDomains = ["photo", "art", "sketch"] }, "data.test-domains" },
        { Cifar with { TestDomains = ["art"], UnlabelledDomains = ["art"] }, "data.unlabelled-domains" },
        { Cifar with { Domains = [.. Cifar.Domains, Cifar.Domains[0]] }, "data.domains.3.name" },
        { Cifar with { TestLimit = 3 }, "data.test-limit" },
    };

    // No file is there: settings are checked before one is looked for.
    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Says_which_setting_contradicts(CifarSettings settings, string where) => Assert.Equal(where, Assert.Throws<UserErrorException>(() => Load(settings)).Where);

    [Fact]
    public void Wants_images_and_labels_together() => Assert.Equal(("train-images is given alone", "data.train-labels"), Refused(new() { TrainImages = "a" }));

    [Fact]
    public void Names_the_file_of_a_domain_that_is_not_there()
    {
        Records("photo-1", 0, 4);
        Assert.Equal("data.domains.0.files.1", Assert.Throws<UserErrorException>(() => Load(Cifar)).Where);
    }

    // Counts as published: 7 classes, photo 1670, art_painting 2048, cartoon 2344, sketch 3929.
    [SharedFact]
    [Trait("needs", "shared")]
    public void Reads_pacs()
    {
        var data = Load(new()
        {
            Path = Path.Combine(Places.Shared!, "data/pacs32"),
            Domains = [.. new[] { "photo", "art_painting", "cartoon", "sketch" }.Select(name => new CifarDomain { Name = name, Files = [name + ".bin"] })],
            TestDomains = ["sketch"],
            ValidationShare = 0.2,
            Classes = "classes.txt",
        });
        Assert.Equal(["dog", "elephant", "giraffe", "guitar", "horse", "house", "person"], data.Classes);
        Assert.Equal(3929, data["test-sketch"].Count);
        Assert.Equal(1670 + 2048 + 2344, data["train"].Count + data["validation"].Count);
        Assert.Equal(21, Counted(data["validation"]).Length);
        Assert.InRange(data["validation"].Domains!.Count(d => d == "photo"), (1670 * 0.2) - 4, (1670 * 0.2) + 4);
    }

    [SharedFact]
    [Trait("needs", "shared")]
    public void Reads_mnist_and_usps_as_domains_of_one_size()
    {
        var data = new IdxSource(new()
        {
            Path = Path.Combine(Places.Shared!, "data"),
            Domains =
            [
                new() { Name = "mnist", Images = "mnist/t10k-images-idx3-ubyte", Labels = "mnist/t10k-labels-idx1-ubyte" },
                new() { Name = "usps", Images = "usps/test-images-idx3-ubyte", Labels = "usps/test-labels-idx1-ubyte" },
            ],
            TestDomains = ["usps"],
            Resize = [16, 16],
        }).Load(_host.Stage);
        Assert.Equal(["train 10000", "test-usps 2007"], data.Splits.Select(s => $"{s.Name} {s.Count}"));
        Assert.Equal([1, 16, 16], ((DenseInputs)data["train"].Inputs).Shape);
    }

    private static CifarSettings Cifar { get; } = new()
    {
        Domains =
        [
            new() { Name = "photo", Files = ["photo-1", "photo-2"] },
            new() { Name = "art", Files = ["art"] },
            new() { Name = "sketch", Files = ["sketch"] },
        ],
    };

    private static string[] Counted(Split split) => [.. Enumerable.Range(0, split.Count).GroupBy(i => $"{split.Domains![i]} {split.Labels[i]}")
        .Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal)];

    private void Records(string name, int first, int count) =>
        File.WriteAllBytes(At(name), [.. Enumerable.Range(first, count).SelectMany(i => CifarBytes.Record((byte)(i % 2), (byte)i, 0, 0))]);

    private string At(string name) => Path.Combine(_host.Folder, name);

    private DataBundle Load(CifarSettings settings) => new CifarSource(settings).Load(_host.Stage);

    private (string Found, string Where) Refused(IdxSettings settings)
    {
        var error = Assert.Throws<UserErrorException>(() => new IdxSource(settings).Load(_host.Stage));
        return (error.Found, error.Where);
    }

    private static Tensor Values(Split split) => ((DenseInputs)split.Inputs).Values;
}
