namespace PluginKd.Models.Text;

/// <summary>Puts marks around the pieces of one text, or of two.</summary>
internal static class TextMarks
{
    /// <summary>Numbers a text: a first mark, the first pieces of the text, a last mark.</summary>
    /// <param name="numbers">How pieces are numbered.</param>
    /// <param name="text">Any text.</param>
    /// <param name="maxLength">Most numbers, marks included, at least 2.</param>
    public static long[] Encode(this ITextNumbers numbers, string text, int maxLength) => [numbers.Begin, .. numbers.Cut(text, maxLength - 2), numbers.End];

    /// <summary>Numbers two texts: a first mark, the first text, a mark, the second text, a mark. What is too long is cut off the longer text, piece by piece, off the second where both are equally long.</summary>
    /// <param name="numbers">How pieces are numbered.</param>
    /// <param name="first">Any text.</param>
    /// <param name="second">Any text.</param>
    /// <param name="maxLength">Most numbers, marks included, at least 3.</param>
    /// <returns>The numbers, and how many of them belong to the first text, two marks included.</returns>
    public static (long[] Numbers, int First) Encode(this ITextNumbers numbers, string first, string second, int maxLength)
    {
        var room = maxLength - 3;
        var (a, b) = (numbers.Cut(first, room), numbers.Cut(second, room));
        while (a.Count + b.Count > room)
        {
            var longer = a.Count > b.Count ? a : b;
            longer.RemoveAt(longer.Count - 1);
        }

        return ([numbers.Begin, .. a, numbers.End, .. b, numbers.End], a.Count + 2);
    }
}
