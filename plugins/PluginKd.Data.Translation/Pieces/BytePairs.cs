using System.Collections.Concurrent;
using System.Text;

namespace PluginKd.Pieces;

/// <summary>Cuts texts into pieces that were learned by joining frequent pairs; every text without line breaks comes back whole.</summary>
/// <remarks>
/// A text is cut at blanks, each word gets <c>▁</c> before it, and is cut into runs (<see cref="PieceRuns"/>). In each run the pair that was learned first is joined wherever it stands, left to
/// right, until no pair is left that was learned. Characters that were not learned, and <c>▁</c> itself, become the bytes of their UTF-8. Halves of surrogate pairs are no text: they become U+FFFD.
/// <para>Source: Sennrich, Haddow and Birch (2016), arXiv:1508.07909, section 3.2. Departures: a mark before words, not behind them, so that blanks come back; bytes for what is unknown, as SentencePiece has them (Kudo and
/// Richardson 2018, arXiv:1808.06226); no piece holds letters and other signs at once.</para>
/// </remarks>
internal sealed class BytePairs
{
    /// <summary>Pieces that stand for bytes; they come first.</summary>
    public const int Bytes = 256;

    // About 50 MB; the words of a language that are frequent are among the first.
    private const int MostKept = 300_000;

    private readonly IReadOnlyList<string> _characters;
    private readonly IReadOnlyList<(string Left, string Right)> _merges;
    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<(int Left, int Right), (int Rank, int Whole)> _ranks = [];
    private readonly ConcurrentDictionary<string, int[]> _words = new();
    private readonly ConcurrentDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _known;
    private int _kept;

    /// <summary>Takes what was learned.</summary>
    /// <param name="characters">Characters that are pieces, <c>▁</c> among them.</param>
    /// <param name="merges">Pairs in the order in which they were learned.</param>
    public BytePairs(IReadOnlyList<string> characters, IReadOnlyList<(string Left, string Right)> merges)
    {
        (_characters, _merges, _known) = (characters, merges, _words.GetAlternateLookup<ReadOnlySpan<char>>());
        List<string> pieces = [.. Enumerable.Range(0, Bytes).Select(PieceText.OfByte), .. characters];
        for (var i = 0; i < pieces.Count; i++) _numbers.Add(pieces[i], i);
        foreach (var (left, right) in merges)
        {
            // Two pairs may make the same piece: a·bc and ab·c.
            if (_numbers.TryAdd(left + right, pieces.Count)) pieces.Add(left + right);
            _ranks.TryAdd((_numbers[left], _numbers[right]), (_ranks.Count, _numbers[left + right]));
        }

        Pieces = pieces;
    }

    /// <summary>All pieces: bytes, characters, then what was joined in the order of learning; a piece's number is its place.</summary>
    public IReadOnlyList<string> Pieces { get; }

    /// <summary>Pairs in the order in which they were learned.</summary>
    public IReadOnlyList<(string Left, string Right)> Merges => _merges;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static BytePairs Read(string text)
    {
        var lines = text.Split('\n');
        return new([.. lines[0].EnumerateRunes().Select(rune => rune.ToString())],
            [.. lines.Skip(1).Select(line => (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]))]);
    }

    /// <summary>Writes the characters on one line, and below a pair a line; no piece holds a blank.</summary>
    public string Write() => string.Join('\n', _merges.Select(merge => $"{merge.Left} {merge.Right}").Prepend(string.Concat(_characters)));

    /// <summary>Gives the pieces of a text.</summary>
    /// <param name="text">Any text; line breaks count as characters that were not learned.</param>
    public string[] Cut(string text) => [.. Numbers(text, int.MaxValue).Select(number => Pieces[number])];

    /// <summary>Gives the numbers of the first pieces of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">Most numbers, 0 or more.</param>
    public List<int> Numbers(string text, int most)
    {
        var numbers = new List<int>();
        if (text.Length == 0) return numbers;
        foreach (var range in text.AsSpan().Split(' '))
        {
            if (numbers.Count >= most) break;
            numbers.AddRange(OfWord(text.AsSpan(range)));
        }

        if (numbers.Count > most) numbers.RemoveRange(most, numbers.Count - most);
        return numbers;
    }

    private int[] OfWord(ReadOnlySpan<char> word)
    {
        if (_known.TryGetValue(word, out var known)) return known;
        var text = word.ToString();
        var numbers = new List<int>();
        var isFirst = true;
        foreach (var run in PieceRuns.Of(text))
        {
            numbers.AddRange(Joined(Start(run, isFirst)));
            isFirst = false;
        }

        int[] found = [.. numbers];
        if (Interlocked.Increment(ref _kept) <= MostKept) _words.TryAdd(text, found);
        return found;
    }

    private List<int> Start(List<Rune> run, bool isFirst)
    {
        List<int> numbers = isFirst ? [_numbers[PieceText.Blank.ToString()]] : [];
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in run)
        {
            if (rune.Value != PieceText.Blank && _numbers.TryGetValue(rune.ToString(), out var number)) numbers.Add(number);
            else foreach (var value in bytes[..rune.EncodeToUtf8(bytes)]) numbers.Add(value);
        }

        return numbers;
    }

    private List<int> Joined(List<int> numbers)
    {
        while (true)
        {
            var (best, at) = ((Rank: int.MaxValue, Whole: 0), -1);
            for (var i = 0; i + 1 < numbers.Count; i++)
            {
                if (_ranks.TryGetValue((numbers[i], numbers[i + 1]), out var found) && found.Rank < best.Rank) (best, at) = (found, i);
            }

            if (at < 0) return numbers;
            PairLearner.Join(numbers, numbers[at], numbers[at + 1], best.Whole);
        }
    }
}
