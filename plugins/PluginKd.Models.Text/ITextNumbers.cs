namespace PluginKd.Models.Text;

/// <summary>Turns texts into the numbers that an encoder reads.</summary>
internal interface ITextNumbers
{
    /// <summary>Numbers that there are, from 0.</summary>
    int Count { get; }

    /// <summary>Numbers a text: a first mark, the first pieces of the text, a last mark.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxLength">Most numbers, marks included, at least 2.</param>
    long[] Encode(string text, int maxLength);

    /// <summary>Numbers a sequence of words whole: a first mark, the pieces of each word, a last mark.</summary>
    /// <param name="words">Words whose labels are wanted.</param>
    /// <returns>The numbers, and where the first piece of each word stands among them.</returns>
    (long[] Numbers, long[] Firsts) EncodeWords(IReadOnlyList<string> words);

    /// <summary>Writes one entry a line.</summary>
    string Write();
}
