namespace PluginKd.Models.Text;

/// <summary>Cuts words into the longest pieces that a given vocabulary has, from left to right.</summary>
/// <remarks>
/// Formula: of a word, the longest beginning that is in the vocabulary, then of the rest the longest beginning that is there behind <c>##</c>,
/// and so on; <c>[UNK]</c> where nothing fits or the word has more than 100 characters. Source: Wu et al. (2016), arXiv:1609.08144, section 4.1,
/// as Devlin et al. (2018), arXiv:1810.04805, use it. Departures: none.
/// </remarks>
internal sealed class WordPieces : ITextNumbers
{
    private const int LongestWord = 100;
    private const string Inner = "##";

    private readonly IReadOnlyList<string> _pieces;
    private readonly Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> _first;
    private readonly Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> _inner;
    private readonly int _longest;
    private readonly long _unknown;

    /// <summary>Takes the pieces of a vocabulary; a piece's number is its place.</summary>
    /// <param name="pieces">In the order of their numbers; of a piece that comes twice the last place counts.</param>
    /// <param name="where">Name of the vocabulary's file or setting, for messages.</param>
    /// <exception cref="UserErrorException">A mark such as <c>[CLS]</c> is missing.</exception>
    public WordPieces(IReadOnlyList<string> pieces, string where)
    {
        Dictionary<string, long> first = [], inner = [];
        for (var i = 0; i < pieces.Count; i++)
        {
            first[pieces[i]] = i;
            if (pieces[i].StartsWith(Inner, StringComparison.Ordinal)) inner[pieces[i][Inner.Length..]] = i;
        }

        (_pieces, _longest) = (pieces, pieces.Select(piece => piece.Length).DefaultIfEmpty().Max());
        (_first, _inner) = (first.GetAlternateLookup<ReadOnlySpan<char>>(), inner.GetAlternateLookup<ReadOnlySpan<char>>());
        (_unknown, Begin, End) = (Mark("[UNK]"), Mark("[CLS]"), Mark("[SEP]"));

        long Mark(string name) => first.TryGetValue(name, out var number) ? number : throw new UserErrorException(
            $"the vocabulary of {pieces.Count} pieces has no {name}", "[UNK], [CLS] and [SEP], each on a line of its own, as in BERT's vocab.txt", where,
            "name the vocab.txt of an uncased BERT, or leave the setting out");
    }

    /// <inheritdoc />
    public int Count => _pieces.Count;

    /// <inheritdoc />
    public long Begin { get; }

    /// <inheritdoc />
    public long End { get; }

    /// <summary>Reads a vocabulary of one piece a line; the number of a piece is its line, from 0.</summary>
    public static WordPieces Read(string path, string setting) => File.Exists(path) ? new(File.ReadAllLines(path), path)
        : throw new UserErrorException("there is no such vocabulary", "a file of one word piece a line", path, $"correct {setting}");

    /// <inheritdoc />
    public string Write() => string.Join('\n', _pieces);

    /// <inheritdoc />
    public List<long> Cut(string text, int most)
    {
        var numbers = new List<long>();
        foreach (var word in BertWords.Split(text, most))
        {
            Cut(word, numbers);
            if (numbers.Count >= most) break;
        }

        if (numbers.Count > most) numbers.RemoveRange(most, numbers.Count - most);
        return numbers;
    }

    /// <inheritdoc />
    public (long[] Numbers, long[] Firsts) EncodeWords(IReadOnlyList<string> words)
    {
        var (numbers, firsts) = (new List<long> { Begin }, new long[words.Count]);
        for (var i = 0; i < firsts.Length; i++)
        {
            firsts[i] = numbers.Count;
            foreach (var word in BertWords.Split(words[i], int.MaxValue)) Cut(word, numbers);
            // Of control characters nothing is left, and yet the word has a label.
            if (numbers.Count == firsts[i]) numbers.Add(_unknown);
        }

        return ([.. numbers, End], firsts);
    }

    /// <summary>Gives the pieces of a text, without marks.</summary>
    public IEnumerable<string> Split(string text)
    {
        var numbers = new List<long>();
        foreach (var word in BertWords.Split(text, int.MaxValue)) Cut(word, numbers);
        return numbers.Select(number => _pieces[(int)number]);
    }

    private void Cut(string word, List<long> numbers)
    {
        var before = numbers.Count;
        var isUnknown = word.Length > LongestWord && word.EnumerateRunes().Count() > LongestWord;
        for (var start = 0; start < word.Length && !isUnknown;)
        {
            var length = Math.Min(word.Length - start, _longest);
            var pieces = start == 0 ? _first : _inner;
            long number = 0;
            while (length > 0 && !pieces.TryGetValue(word.AsSpan(start, length), out number)) length--;
            if (length == 0) isUnknown = true;
            else numbers.Add(number);
            start += length;
        }

        if (!isUnknown) return;
        numbers.RemoveRange(before, numbers.Count - before);
        numbers.Add(_unknown);
    }
}
