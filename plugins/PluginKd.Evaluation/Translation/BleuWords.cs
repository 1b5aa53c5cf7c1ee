using System.Text.RegularExpressions;

namespace PluginKd.Evaluation;

/// <summary>Cuts a text into words for BLEU, as the script mteval-v13a of NIST and sacreBLEU's <c>13a</c> do.</summary>
/// <remarks>Signs of ASCII stand alone, but the apostrophe and the hyphen; full stops and commas do, but between digits; a hyphen does behind a digit. Other signs stay with their word.</remarks>
internal static partial class BleuWords
{
    /// <summary>Gives the words.</summary>
    /// <param name="text">A sentence.</param>
    public static string[] Of(string text)
    {
        var line = text.TrimEnd().Replace("<skipped>", "", StringComparison.Ordinal).Replace("-\n", "", StringComparison.Ordinal).Replace('\n', ' ')
            .Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal);
        line = Signs().Replace($" {line} ", " $1 ");
        line = StopBehindOther().Replace(line, "$1 $2 ");
        line = StopBeforeOther().Replace(line, " $1 $2");
        line = HyphenBehindDigit().Replace(line, "$1 $2 ");
        return Blanks().Split(line).Where(word => word.Length > 0).ToArray();
    }

    [GeneratedRegex(@"([\{-\~\[-\` -\&\(-\+\:-\@\/])")]
    private static partial Regex Signs();

    [GeneratedRegex(@"([^0-9])([\.,])", RegexOptions.Singleline)]
    private static partial Regex StopBehindOther();

    [GeneratedRegex(@"([\.,])([^0-9])", RegexOptions.Singleline)]
    private static partial Regex StopBeforeOther();

    [GeneratedRegex("([0-9])(-)")]
    private static partial Regex HyphenBehindDigit();

    // Blanks as Python's split() knows them: the four separators of ASCII, too.
    [GeneratedRegex(@"[\s\x1C-\x1F]+")]
    private static partial Regex Blanks();
}
