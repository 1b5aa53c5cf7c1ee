namespace PluginKd.Models.Text;

/// <summary>Turns texts into the numbers that an encoder reads.</summary>
internal interface ITextNumbers
{
    /// <summary>Numbers that there are, from 0.</summary>
    int Count { get; }

    /// <summary>Number of the mark in front.</summary>
    long Begin { get; }

    /// <summary>Number of the mark behind a text.</summary>
    long End { get; }

    /// <summary>Numbers the first pieces of a text, without marks.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">Most numbers, 0 or more.</param>
    List<long> Cut(string text, int most);

    /// <summary>Numbers a sequence of words whole: a first mark, the pieces of each word, a last mark.</summary>
    /// <param name="words">Words whose labels are wanted.</param>
    /// <returns>The numbers, and where the first piece of each word stands among them.</returns>
    (long[] Numbers, long[] Firsts) EncodeWords(IReadOnlyList<string> words);

    /// <summary>Writes one entry a line.</summary>
    string Write();
}
