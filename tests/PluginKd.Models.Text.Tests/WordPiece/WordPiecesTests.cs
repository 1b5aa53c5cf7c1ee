using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Xunit.Abstractions;

namespace PluginKd.Models.Text.Tests;

/// <summary>What is expected was printed by <c>reference.py</c>, which shares nothing with the plugin.</summary>
public class WordPiecesTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(Places.Repository, "tests", "PluginKd.Models.Text.Tests", "WordPiece");

    private static string[] Sentences => [.. File.ReadAllLines(Path.Combine(Folder, "sentences.jsonl")).Select(line => JsonSerializer.Deserialize<string>(line)!)];

    [Fact]
    public void Cuts_100_sentences_as_the_reference_does()
    {
        var pieces = WordPieces.Read(Path.Combine(Folder, "vocabulary.txt"), "vocabulary");
        Assert.Equal(100, Sentences.Length);
        Assert.Equal(File.ReadAllLines(Path.Combine(Folder, "pieces.txt")), Sentences.Select(sentence => string.Join(' ', pieces.Split(sentence))));
    }

    [SharedFact]
    [Trait("needs", "shared")]
    public void Gives_100_sentences_the_numbers_of_BERT()
    {
        var pieces = new WordPieces(SharedLines("bert_vocab", "vocab.txt.gz"), "vocab.txt");
        Assert.Equal(
            File.ReadAllLines(Path.Combine(Folder, "bert-numbers.txt")),
            Sentences.Select(sentence => string.Join(' ', pieces.Encode(sentence, 512)[1..^1].Select(number => number.ToString(CultureInfo.InvariantCulture)))));
        Assert.Equal([101, 7592, 102], pieces.Encode("Hello", 512));
    }

    // Far below what is measured, so that a busy machine passes.
    [SharedFact]
    [Trait("needs", "shared")]
    public void Is_not_slow()
    {
        var pieces = new WordPieces(SharedLines("bert_vocab", "vocab.txt.gz"), "vocab.txt");
        string[] texts = [.. SharedLines("sst2", "train.tsv.gz").Select(line => line.Split('\t')[0])];
        var words = texts.Sum(text => text.Split(' ').Length);
        foreach (var text in texts) pieces.Encode(text, 512);
        var clock = Stopwatch.StartNew();
        foreach (var text in texts) pieces.Encode(text, 512);
        output.WriteLine($"WordPiece: {words / clock.Elapsed.TotalSeconds:F0} words a second");
        Assert.True(words / clock.Elapsed.TotalSeconds > 50_000);
    }

    [Theory]
    [InlineData(2, "[CLS] [SEP]")]
    [InlineData(4, "[CLS] un ##aff [SEP]")]
    [InlineData(5, "[CLS] un ##aff ##able [SEP]")]
    [InlineData(9, "[CLS] un ##aff ##able . [SEP]")]
    public void Cuts_texts_off_between_its_marks(int most, string expected)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "vocabulary.txt"));
        Assert.Equal(expected, string.Join(' ', new WordPieces(lines, "").Encode("Unaffable.", most).Select(number => lines[number])));
    }

    [Fact]
    public void Keeps_single_surrogates_from_breaking_it() => Assert.Equal(["ab"], BertWords.Split("a\uD83Db\uDE00", 9));

    [Fact]
    public void Says_which_mark_is_missing()
    {
        var error = Assert.Throws<UserErrorException>(() => new WordPieces(["[UNK]", "[CLS]", "a"], "vocab.txt"));
        Assert.Equal("the vocabulary of 3 pieces has no [SEP]", error.Found);
        Assert.Equal("vocab.txt", error.Where);
        Assert.Equal("there is no such vocabulary", Assert.Throws<UserErrorException>(() => WordPieces.Read("nowhere.txt", "vocabulary")).Found);
    }

    private static string[] SharedLines(params string[] path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine([Places.Shared!, "data", .. path])), CompressionMode.Decompress));
        return reader.ReadToEnd().TrimEnd('\n').Split('\n');
    }
}
