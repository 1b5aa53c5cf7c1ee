using System.Globalization;
using System.Text;

namespace PluginKd.Pieces;

/// <summary>Cuts a word into runs of letters (with their marks), of digits, and of other signs; no piece goes over the end of a run.</summary>
internal static class PieceRuns
{
    /// <summary>Longest run; what is longer is cut, so that a text without blanks takes no more time than another.</summary>
    public const int Longest = 64;

    /// <summary>Gives the characters of each run.</summary>
    /// <param name="word">What stands between two blanks; may be empty.</param>
    /// <returns>At least one run; the first may be empty, when the word is.</returns>
    public static IEnumerable<List<Rune>> Of(string word)
    {
        var run = new List<Rune>();
        var kind = Kind.Other;
        foreach (var rune in word.EnumerateRunes())
        {
            var next = KindOf(rune);
            if (run.Count == Longest || (run.Count > 0 && next != kind))
            {
                yield return run;
                run = [];
            }

            kind = next;
            run.Add(rune);
        }

        yield return run;
    }

    private static Kind KindOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        <= UnicodeCategory.EnclosingMark => Kind.Letter,
        <= UnicodeCategory.OtherNumber => Kind.Digit,
        _ => Kind.Other,
    };

    // In the order of the categories: letters, marks, numbers, all else.
    private enum Kind
    {
        Letter,
        Digit,
        Other,
    }
}
