using PluginKd.Pieces;

namespace PluginKd.Models.Text;

/// <summary>Numbers byte-pair pieces that were learned from the training texts; capitals stay capitals.</summary>
/// <param name="pieces">Pieces behind the two marks.</param>
internal sealed class PieceNumbers(BytePairs pieces) : ITextNumbers
{
    // The mark in front, the mark behind.
    private const int Reserved = 2;

    /// <inheritdoc />
    public long Begin => 0;

    /// <inheritdoc />
    public long End => 1;

    /// <inheritdoc />
    public int Count => pieces.Pieces.Count + Reserved;

    /// <inheritdoc />
    public List<long> Cut(string text, int most) => pieces.Numbers(text, most).ConvertAll(number => (long)number + Reserved);

    /// <inheritdoc />
    public (long[] Numbers, long[] Firsts) EncodeWords(IReadOnlyList<string> words)
    {
        var (numbers, firsts) = (new List<long> { Begin }, new long[words.Count]);
        for (var i = 0; i < firsts.Length; i++)
        {
            firsts[i] = numbers.Count;
            // A word of nothing has a label, too: the mark of a blank stands for it.
            numbers.AddRange(words[i].Length > 0 ? Cut(words[i], int.MaxValue) : [BytePairs.Bytes + Reserved]);
        }

        return ([.. numbers, End], firsts);
    }

    /// <inheritdoc />
    public string Write() => pieces.Write();
}
