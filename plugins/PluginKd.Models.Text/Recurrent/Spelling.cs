using System.Text;

namespace PluginKd.Models.Text;

/// <summary>What the letters of a word say, whether it is known or not.</summary>
internal static class Spelling
{
    /// <summary>Spellings of each word.</summary>
    public const int Count = 4;

    private const int Letters = 3;
    private const int LongestRun = 2;

    /// <summary>Gives a word in lower case, that of the invariant culture, without line breaks.</summary>
    public static string Lower(string word) => word.ToLowerInvariant();

    /// <summary>Gives the first three letters, the last three, the last two, and the shape; each with a sign that tells them apart.</summary>
    public static IEnumerable<string> Of(string word)
    {
        var lower = Lower(word);
        return ["^" + lower[..Math.Min(Letters, lower.Length)], "$" + lower[^Math.Min(Letters, lower.Length)..], "%" + lower[^Math.Min(Letters - 1, lower.Length)..], "=" + ShapeOf(word)];
    }

    // Annapolis and Anna have one shape, Xxx; EU is XX, 1997 dd, U.S. X.X.
    private static string ShapeOf(string word)
    {
        var shape = new StringBuilder();
        foreach (var letter in word)
        {
            var kind = char.IsUpper(letter) ? 'X' : char.IsLetter(letter) ? 'x' : char.IsDigit(letter) ? 'd' : letter;
            if (shape.Length < LongestRun || Enumerable.Range(1, LongestRun).Any(back => shape[^back] != kind)) shape.Append(kind);
        }

        return shape.ToString();
    }
}
