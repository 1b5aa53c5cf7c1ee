using System.Diagnostics;
using System.Text;
using PluginKd.Pieces;

namespace PluginKd.Data.Translation.Tests;

public class BytePairsTests
{
    private static readonly string Here = Path.Combine(Places.Repository, "tests", "PluginKd.Data.Translation.Tests", "Pieces");

    private static readonly string[] Corpus = File.ReadAllLines(Path.Combine(Here, "corpus.txt"));

    // merges.txt is from reference.py beside it, which counts all pairs anew after each join.
    [Fact]
    public void Learns_the_pairs_that_an_independent_program_learns()
    {
        var learned = Learn(Corpus);
        Assert.Equal(File.ReadAllLines(Path.Combine(Here, "merges.txt")), learned.Merges.Select(merge => $"{merge.Left} {merge.Right}"));
    }

    // By hand: "▁ab" three times, "▁abc" twice. ab (5), then ▁ab (5), then ▁abc (2); characters ▁, a, b, c.
    [Fact]
    public void Joins_the_pair_that_was_learned_first()
    {
        var learned = Learn(["ab ab ab abc abc"]);
        Assert.Equal(["a b", "▁ ab", "▁ab c"], learned.Merges.Select(merge => $"{merge.Left} {merge.Right}"));
        Assert.Equal(["▁", "a", "b", "c", "ab", "▁ab", "▁abc"], learned.Pieces.Skip(BytePairs.Bytes));
        Assert.Equal(["▁abc", "▁", "c", "ab", "▁", "a", "<0x64>"], learned.Cut("abc cab ad"));
        Assert.Equal([261, 256], learned.Numbers("ab cab", 2));
    }

    // Equally frequent pairs: by ordinal, so that capitals come before small letters.
    [Fact]
    public void Of_equally_frequent_pairs_the_first_by_ordinal_is_joined() =>
        Assert.Equal("B c", string.Join(' ', Learn(["xBc xBc yab yab"]).Merges.Select(merge => $"{merge.Left} {merge.Right}").First()));

    public static TheoryData<string> Texts =>
    [
        "", " ", "  ", " a", "a ", "a  b", "▁", "a▁b", "▁▁ ▁", "<0xE2>", "</s>", "x<0x41>y", "Äpfel für 12,50 €!", "日本語 と English", "e\u0301 \u0301", "👩‍👩‍👧 🏳️‍🌈", "\t\u00A0\u2028\u0085",
        "\0\u001F\uFEFF\uFFFD", "𝔘𝔫𝔦", "مرحبا بالعالم", new string('ß', 1000), "\r\n",
    ];

    [Theory, MemberData(nameof(Texts))]
    public void A_text_comes_back_to_the_letter(string text) => Assert.Equal(text, PieceText.Join(Learn(Corpus).Cut(text)));

    [Fact]
    public void Any_text_comes_back_to_the_letter()
    {
        var learned = Learn([.. Corpus, "<0xE2> <0xE2> <0xE2> </s> </s> </s> 日本 日本 🏳️‍🌈 🏳️‍🌈"]);
        Assert.DoesNotContain(learned.Pieces.Skip(BytePairs.Bytes), piece => PieceText.IsByte(piece) || piece == IGenerator.End);
        var random = new SeededRandom(7);
        // Plain letters, blanks and the mark often; all of Unicode but halves of pairs and line breaks.
        string[] often = [" ", "▁", "a", "<0x", "E2", ">", "ä", "1", ",", "Hund"];
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => random.Next(2) == 0 ? random.Pick(often) : Any(random)));
            Assert.Equal(text, PieceText.Join(learned.Cut(text)));
        }
    }

    [Fact]
    public void What_was_learned_can_be_written_and_read()
    {
        var (learned, again) = (Learn(Corpus), BytePairs.Read(Learn(Corpus).Write()));
        Assert.Equal(learned.Pieces, again.Pieces);
        foreach (var text in Corpus.Append("Ein Unbekannter lacht über 2€")) Assert.Equal(learned.Numbers(text, 99), again.Numbers(text, 99));
    }

    [Fact]
    public void Rare_characters_become_bytes()
    {
        Assert.Equal(["▁", "<0xC3>", "<0xA4>", "b"], PairLearner.Learn(["äb b b"], 1000, 2, "here").Cut("äb"));
        Assert.Contains("ä", PairLearner.Learn(["äb b b"], 1000, 1, "here").Pieces);
    }

    [Fact]
    public void Says_when_characters_alone_are_too_many()
    {
        var error = Assert.Throws<UserErrorException>(() => PairLearner.Learn(["ab ab"], 258, 1, "data.pieces"));
        Assert.Equal(("256 bytes and 3 characters are more than 258 pieces", "data.pieces"), (error.Found, error.Where));
    }

    [Fact]
    public void Joins_what_is_no_character_to_the_mark_for_that() => Assert.Equal("a\uFFFD b", PieceText.Join(["▁a", "<0xE2>", "▁b"]));

    // Much below what is hoped for (a few seconds, a million words a second), since other work goes on beside tests.
    [Fact]
    public void Is_quick()
    {
        var random = new SeededRandom(3);
        string[] parts = [.. Enumerable.Range(0, 400).Select(_ => string.Concat(Enumerable.Range(0, 1 + random.Next(3)).Select(_ => (char)('a' + random.Next(26)))))];
        string[] words = [.. Enumerable.Range(0, 18_000).Select(_ => string.Concat(Enumerable.Range(0, 2 + random.Next(3)).Select(_ => random.Pick(parts))))];
        string[] texts = [.. Enumerable.Range(0, 29_000).Select(_ => string.Join(' ', Enumerable.Range(0, 12).Select(_ => words[Math.Min(random.Next(words.Length), random.Next(words.Length))])))];
        var watch = Stopwatch.StartNew();
        var learned = PairLearner.Learn(texts, 4300, 2, "here");
        var learning = watch.Elapsed;
        Assert.Equal(4300, learned.Pieces.Count);
        foreach (var text in texts) learned.Numbers(text, 99);
        watch.Restart();
        foreach (var text in texts) learned.Numbers(text, 99);
        Assert.True(learning.TotalSeconds < 20 && watch.Elapsed.TotalSeconds < 2, $"learning {learning}, 348,000 known words {watch.Elapsed}");
    }

    private static BytePairs Learn(IEnumerable<string> texts) => PairLearner.Learn(texts, 2000, 2, "here");

    private static string Any(SeededRandom random)
    {
        while (true)
        {
            if (Rune.TryCreate(random.Next(random.Next(2) == 0 ? 0x500 : 0x110000), out var rune) && rune.Value is not ('\n' or '\r')) return rune.ToString();
        }
    }
}
