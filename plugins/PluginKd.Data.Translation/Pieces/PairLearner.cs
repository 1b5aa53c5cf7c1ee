using System.Runtime.InteropServices;
using System.Text;

namespace PluginKd.Pieces;

/// <summary>Learns pieces from texts: again and again the most frequent pair of neighbours becomes one piece.</summary>
/// <remarks>Of equally frequent pairs the first by ordinal of its left, then of its right piece; pairs that stand but once are left alone. Counts are kept up to date for the words that a pair stands in, not counted anew.</remarks>
internal sealed class PairLearner
{
    private const int LeastPairs = 2;

    private readonly List<string> _pieces;
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<(List<int> Symbols, long Count)> _runs = [];
    private readonly Dictionary<(int Left, int Right), long> _counts = [];
    private readonly Dictionary<(int Left, int Right), List<int>> _places = [];
    private readonly PriorityQueue<(int Left, int Right), (long Count, string Left, string Right)> _next = new(Comparer<(long Count, string Left, string Right)>.Create((a, b) =>
        a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Left, b.Left) is var left and not 0 ? left : string.CompareOrdinal(a.Right, b.Right)));

    private PairLearner(List<string> characters)
    {
        _pieces = characters;
        for (var i = 0; i < characters.Count; i++) _numbers.Add(characters[i], i);
    }

    /// <summary>Learns.</summary>
    /// <param name="texts">Read once.</param>
    /// <param name="pieces">Pieces wanted, bytes and characters among them; fewer where the texts have no more pairs.</param>
    /// <param name="minCount">Occurrences that a character needs to be a piece.</param>
    /// <param name="where">Setting that says the number, for the message.</param>
    /// <exception cref="UserErrorException">Bytes and characters alone are more than the pieces wanted.</exception>
    public static BytePairs Learn(IEnumerable<string> texts, int pieces, int minCount, string where)
    {
        var words = new Dictionary<string, long>();
        foreach (var text in texts)
        {
            foreach (var word in text.Split(' ')) CollectionsMarshal.GetValueRefOrAddDefault(words, word, out _)++;
        }

        List<string> characters = [PieceText.Blank.ToString(), .. Characters(words, minCount)];
        if (BytePairs.Bytes + characters.Count > pieces)
            throw new UserErrorException($"{BytePairs.Bytes} bytes and {characters.Count} characters are more than {pieces} pieces", $"{BytePairs.Bytes + characters.Count} or more", where,
                "raise the number, or leave rare characters to bytes");
        var learner = new PairLearner([.. characters]);
        learner.Take(words);
        return new BytePairs(characters, learner.Learn(pieces - BytePairs.Bytes));
    }

    /// <summary>Joins a pair wherever it stands, left to right.</summary>
    public static void Join(List<int> symbols, int left, int right, int whole)
    {
        var kept = 0;
        for (var i = 0; i < symbols.Count; i++)
        {
            var isPair = i + 1 < symbols.Count && symbols[i] == left && symbols[i + 1] == right;
            symbols[kept++] = isPair ? whole : symbols[i];
            if (isPair) i++;
        }

        symbols.RemoveRange(kept, symbols.Count - kept);
    }

    private static IEnumerable<string> Characters(Dictionary<string, long> words, int minCount)
    {
        var counts = new Dictionary<Rune, long>();
        foreach (var (word, count) in words)
        {
            foreach (var rune in word.EnumerateRunes()) CollectionsMarshal.GetValueRefOrAddDefault(counts, rune, out _) += count;
        }

        return counts.Where(c => c.Value >= minCount && c.Key.Value is not (PieceText.Blank or '\n' or '\r')).Select(c => c.Key.ToString()).Order(StringComparer.Ordinal);
    }

    private void Take(Dictionary<string, long> words)
    {
        var runs = new Dictionary<string, long>();
        foreach (var (word, count) in words)
        {
            var isFirst = true;
            foreach (var run in PieceRuns.Of(word))
            {
                foreach (var part in Known(run, isFirst)) CollectionsMarshal.GetValueRefOrAddDefault(runs, part, out _) += count;
                isFirst = false;
            }
        }

        foreach (var (run, count) in runs)
        {
            _runs.Add(([.. run.EnumerateRunes().Select(rune => _numbers[rune.ToString()])], count));
            CountPairs(_runs.Count - 1, _counts, count);
        }

        foreach (var (pair, count) in _counts) Push(pair, count);
    }

    // What becomes bytes parts a run: no pair holds a byte.
    private IEnumerable<string> Known(List<Rune> run, bool isFirst)
    {
        var part = new StringBuilder(isFirst ? PieceText.Blank.ToString() : "");
        foreach (var rune in run)
        {
            if (rune.Value != PieceText.Blank && _numbers.ContainsKey(rune.ToString()))
            {
                part.Append(rune.ToString());
                continue;
            }

            if (part.Length > 1) yield return part.ToString();
            part.Clear();
        }

        if (part.Length > 1) yield return part.ToString();
    }

    private List<(string Left, string Right)> Learn(int wanted)
    {
        var merges = new List<(string, string)>();
        while (_pieces.Count < wanted && _next.TryDequeue(out var pair, out var rank))
        {
            var count = _counts.GetValueOrDefault(pair);
            var joined = rank.Left + rank.Right;
            if (count < LeastPairs || joined == IGenerator.End || PieceText.IsByte(joined)) continue;
            // A pair that has become rarer goes back to where it belongs now.
            if (count != rank.Count)
            {
                if (count < rank.Count) Push(pair, count);
                continue;
            }

            merges.Add((rank.Left, rank.Right));
            if (!_numbers.TryGetValue(joined, out var whole))
            {
                _numbers.Add(joined, whole = _pieces.Count);
                _pieces.Add(joined);
            }

            Join(pair, whole);
        }

        return merges;
    }

    private void Join((int Left, int Right) pair, int whole)
    {
        var changes = new Dictionary<(int Left, int Right), long>();
        foreach (var at in _places.Remove(pair, out var places) ? places : [])
        {
            var (symbols, count) = _runs[at];
            CountPairs(at, changes, -count);
            Join(symbols, pair.Left, pair.Right, whole);
            CountPairs(at, changes, count, whole);
        }

        foreach (var (changed, difference) in changes)
        {
            if (difference == 0) continue;
            var count = CollectionsMarshal.GetValueRefOrAddDefault(_counts, changed, out _) += difference;
            if (difference > 0) Push(changed, count);
        }
    }

    // Remembers where pairs stand when they are new: all of them at first, later those with the new piece.
    private void CountPairs(int at, Dictionary<(int Left, int Right), long> counts, long count, int? made = null)
    {
        var symbols = _runs[at].Symbols;
        for (var i = 0; i + 1 < symbols.Count; i++)
        {
            var pair = (symbols[i], symbols[i + 1]);
            CollectionsMarshal.GetValueRefOrAddDefault(counts, pair, out _) += count;
            if (count < 0 || (made is { } whole && pair.Item1 != whole && pair.Item2 != whole)) continue;
            var places = CollectionsMarshal.GetValueRefOrAddDefault(_places, pair, out _) ??= [];
            if (places.Count == 0 || places[^1] != at) places.Add(at);
        }
    }

    private void Push((int Left, int Right) pair, long count)
    {
        if (count >= LeastPairs) _next.Enqueue(pair, (count, _pieces[pair.Left], _pieces[pair.Right]));
    }
}
