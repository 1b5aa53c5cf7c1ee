using System.IO.Compression;
using Microsoft.Extensions.Logging;
using PluginKd.Pieces;

namespace PluginKd.Data.Translation.Tests;

public sealed class ParallelTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lines _log = new();

    private static ParallelTextSettings Train => new() { TrainSource = "train.en", TrainTarget = "train.de" };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Gives_texts_with_the_pieces_of_their_translations_and_their_classes()
    {
        Write("train", "one\n two three \n", "ab ab abc\nab € \n");
        var data = Load(Train);
        var (train, pairs) = (data["train"], (PairInputs)data["train"].Inputs);
        Assert.Equal((Modality.Translation, SplitRole.Train), (data.Modality, train.Role));
        Assert.Equal(["one", "two three"], ((TextInputs)pairs.First).Texts);
        // a b (4), ▁ ab (4); c and € occur once.
        Assert.Equal("▁ab ▁ab ▁ab <0x63> </s> | ▁ab ▁ <0xE2> <0x82> <0xAC> </s>", string.Join(" | ", ((TokenInputs)pairs.Second).Sequences.Select(words => string.Join(' ', words))));
        Assert.Equal(["</s>", "<0x00>", "<0x01>"], data.Classes.Take(3));
        Assert.Equal(["▁", "a", "b", "ab", "▁ab"], data.Classes.Skip(257));
        for (var i = 0; i < 2; i++) Assert.Equal(((TokenInputs)pairs.Second).Sequences[i], train.TokenLabels![i].ToArray().Select(label => data.Classes[label]));
        Assert.Equal(["train.en:1", "train.en:2"], train.Ids!);
    }

    [Fact]
    public void Tests_are_cut_into_the_pieces_of_training_and_come_back_to_the_letter()
    {
        Write("train", "a\nb\n", "ein Hund\nein Mann\n");
        Write("val", "c\n", "kein Mann\n");
        Write("flickr", "d\n", "日本, <0xE2>!\n");
        Write("sea", "e\nf\n", "Schiff\nSee\n");
        var data = Load(Train with
        {
            ValidationSource = "val.en",
            ValidationTarget = "val.de",
            TestSource = "flickr.en",
            TestTarget = "flickr.de",
            Tests = [new() { Name = "sea", Source = "sea.en", Target = "sea.de" }],
        });
        Assert.Equal(["train", "validation", "test", "test-sea"], data.Splits.Select(split => split.Name));
        Assert.Equal([0L, 1, 2, 3, 4, 5], data.Splits.SelectMany(split => split.Indices));
        Assert.Equal("日本, <0xE2>!", PieceText.Join(data["test"].TokenLabels![0].ToArray().SkipLast(1).Select(label => data.Classes[label])));
        Assert.Equal("See", PieceText.Join(data["test-sea"].TokenLabels![1].ToArray().SkipLast(1).Select(label => data.Classes[label])));
    }

    [Theory]
    [InlineData("a\nb\nc\n", "A\n", "3 lines have 1 translations")]
    [InlineData("a\n", "A\nB\n", "1 lines have 2 translations")]
    public void Says_how_many_lines_each_file_has(string texts, string translations, string found)
    {
        Write("train", texts, translations);
        var error = Assert.Throws<UserErrorException>(() => Load(Train with { OnError = OnError.Skip }));
        Assert.Equal((found, $"{InFolder("train.en")} and {InFolder("train.de")}"), (error.Found, error.Where));
    }

    [Theory]
    [InlineData("a\n\n", "A\nB\n", "train.en")]
    [InlineData("a\nb\n", "A\n  \n", "train.de")]
    [InlineData("a\n\n", "A\n\n", "train.en")]
    public void Names_the_line_of_which_a_side_is_empty(string texts, string translations, string file)
    {
        Write("train", texts, translations);
        var error = Assert.Throws<UserErrorException>(() => Load(Train));
        Assert.Equal(("line 2 is empty", $"{InFolder(file)}:2"), (error.Found, error.Where));
        Assert.Equal(1, Load(Train with { OnError = OnError.Skip })["train"].Count);
        Assert.Equal($"1 of 2 pairs of 'train' are left out:\n  {InFolder(file)}:2: line 2 is empty", _log.All.Single());
    }

    [Fact]
    public void Leaves_out_long_translations_but_never_of_a_test()
    {
        Write("train", "a\nb\n", "xyzzy\nx\n");
        Write("test", "c\n", "xyxyxyxyxy\n");
        var data = Load(Train with { TestSource = "test.en", TestTarget = "test.de", MaxLength = 4, MinCount = 9 });
        Assert.Equal((1, 12), (data["train"].Count, data["test"].TokenLabels!.Longest));
        Assert.Equal("1 of 2 pairs of 'train' are left out, since their translations have more than 4 pieces with the end mark", _log.All.Single());
        Assert.Equal("data.max-length", Assert.Throws<UserErrorException>(() => Load(Train with { MaxLength = 2, MinCount = 9 })).Where);
    }

    [Theory]
    [InlineData("test.en")]
    [InlineData("test.de")]
    [InlineData("train.en")]
    [InlineData("train.de")]
    public void A_line_that_is_no_sentence_is_named_in_every_split_or_left_out(string file)
    {
        Write("train", "a\nb\n", "A\nB\n");
        Write("test", "a\nb\n", "A\nB\n");
        _folder.File(file, $"a\n{new string('x', 5_000_000)}\n");
        var settings = Train with { TestSource = "test.en", TestTarget = "test.de" };
        var error = Assert.Throws<UserErrorException>(() => Load(settings));
        Assert.Equal(("line 2 has 5000000 characters", "10000 at most, as data.max-characters has it", $"{InFolder(file)}:2"), (error.Found, error.Expected, error.Where));
        Assert.Equal(1, Load(settings with { OnError = OnError.Skip })[file.Split('.')[0]].Count);
        _folder.File(file, $"a\n{new string('x', 10_000)}\n");
        Assert.Equal(2, Load(settings with { MaxLength = 20_000 })[file.Split('.')[0]].Count);
    }

    [Fact]
    public void Draws_the_pairs_of_a_limit_by_the_seed()
    {
        var numbers = Enumerable.Range(0, 50).Select(i => $"{i}").ToArray();
        Write("train", string.Join('\n', numbers), string.Join('\n', numbers));
        string[] Drawn(long seed) => [.. ((TextInputs)((PairInputs)Load(Train with { Limit = 7 }, seed)["train"].Inputs).First).Texts];
        Assert.Equal(7, Drawn(1).Length);
        Assert.Equal(Drawn(1), Drawn(1));
        Assert.NotEqual(Drawn(1), Drawn(2));
    }

    [Fact]
    public void Says_which_file_is_missing_damaged_or_not_named()
    {
        Write("train", "a\n", "A\n");
        Assert.Equal("data.test-target", Assert.Throws<UserErrorException>(() => Load(Train with { TestSource = "train.en" })).Where);
        Assert.Equal("data.tests.0.target", Assert.Throws<UserErrorException>(() => Load(Train with { Tests = [new() { Name = "x", Source = "train.en", Target = "none" }] })).Where);
        _folder.File("train.en", "");
        _folder.File("train.de", "");
        Assert.Equal("split 'train' has no pair", Assert.Throws<UserErrorException>(() => Load(Train)).Found);
        File.WriteAllBytes(InFolder("train.de"), [0x41, 0xFF, 0xFE, 0x0A]);
        _folder.File("train.en", "a\n");
        Assert.Equal("byte 2 of the line, 0xFF, is not UTF-8", Assert.Throws<UserErrorException>(() => Load(Train)).Found);
    }

    [Fact]
    public void Reads_packed_files_with_marks_of_byte_order_and_other_line_ends()
    {
        using (var file = new GZipStream(File.Create(InFolder("train.en.gz")), CompressionMode.Compress)) file.Write([0xEF, 0xBB, 0xBF, .. "one\r\ntwo"u8]);
        _folder.File("train.de", "eins\nzwei\n");
        Assert.Equal(["one", "two"], ((TextInputs)((PairInputs)Load(Train)["train"].Inputs).First).Texts);
        Assert.Equal("train.en:1", Load(Train)["train"].Ids![0]);
    }

    [SharedFact]
    [Trait("needs", "shared")]
    public void Reads_multi30k()
    {
        var data = Load(Train with
        {
            Path = Path.Combine(Places.Shared!, "data", "multi30k"),
            ValidationSource = "val.en",
            ValidationTarget = "val.de",
            TestSource = "test_2016_flickr.en",
            TestTarget = "test_2016_flickr.de",
            Tests = [new() { Name = "mscoco", Source = "test_2017_mscoco.en", Target = "test_2017_mscoco.de" }],
        });
        Assert.Equal([29_000, 1014, 1000, 461], data.Splits.Select(split => split.Count));
        Assert.Equal(4000, data.Classes.Count);
    }

    private DataBundle Load(ParallelTextSettings settings, long seed = 1) =>
        new ParallelTextSource(settings).Load(new StageContext { Name = "data", StageSeed = seed, BaseFolder = _folder.Path, Log = _log });

    private void Write(string name, string texts, string translations)
    {
        _folder.File($"{name}.en", texts);
        _folder.File($"{name}.de", translations);
    }

    private string InFolder(string name) => Path.Combine(_folder.Path, name);

    private sealed class Lines : ILogger
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => All.Add(formatter(state, exception));
    }
}
