using System.Globalization;

namespace PluginKd.Models.Text;

/// <summary>Cuts a text into lower-case words and single signs.</summary>
/// <remarks>
/// A word is a run of letters, digits and marks, with apostrophes inside it (<c>don't</c>); every other sign that is not a blank stands for
/// itself. Lower case is that of the invariant culture.
/// </remarks>
internal static class Tokenizer
{
    /// <summary>Gives the words and signs in order.</summary>
    public static List<string> Split(string text)
    {
        var tokens = new List<string>();
        var lower = text.ToLowerInvariant();
        for (var start = 0; start < lower.Length;)
        {
            var end = start + 1;
            if (IsWord(lower[start]))
            {
                while (end < lower.Length && (IsWord(lower[end]) || IsInnerApostrophe(lower, end))) end++;
            }
            else if (char.IsHighSurrogate(lower[start]) && end < lower.Length && char.IsLowSurrogate(lower[end]))
            {
                end++;
            }

            if (!char.IsWhiteSpace(lower[start])) tokens.Add(lower[start..end]);
            start = end;
        }

        return tokens;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsInnerApostrophe(string text, int at) =>
        text[at] is '\'' or '’' && at + 1 < text.Length && IsWord(text[at + 1]);
}
