namespace PluginKd.Models.Text;

/// <summary>Numbers words by a vocabulary that was counted from the training texts.</summary>
/// <param name="vocabulary">Words behind the <see cref="Reserved"/> numbers.</param>
internal sealed class WordNumbers(Vocabulary vocabulary) : ITextNumbers
{
    /// <summary>Unknown words, the mark in front, the mark behind.</summary>
    public const int Reserved = 3;

    private const long Unknown = 0;

    /// <inheritdoc />
    public long Begin => 1;

    /// <inheritdoc />
    public long End => 2;

    /// <inheritdoc />
    public int Count => vocabulary.Count;

    /// <inheritdoc />
    public List<long> Cut(string text, int most) => [.. Tokenizer.Split(text).Take(most).Select(word => vocabulary.Number(word, Unknown))];

    /// <inheritdoc />
    public (long[] Numbers, long[] Firsts) EncodeWords(IReadOnlyList<string> words) =>
        ([Begin, .. words.Select(word => vocabulary.Number(Spelling.Lower(word), Unknown)), End], [.. Enumerable.Range(1, words.Count).Select(i => (long)i)]);

    /// <inheritdoc />
    public string Write() => vocabulary.Write();
}
