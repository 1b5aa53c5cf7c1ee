using System.Globalization;
using System.Text;

namespace PluginKd.Models.Text;

/// <summary>Cuts a text into words and signs as uncased BERT does, before they are cut into pieces.</summary>
/// <remarks>
/// Control and format characters go, blanks part words, Chinese characters and punctuation stand alone, letters are brought to lower case
/// without accents. Source: Devlin et al. (2018), arXiv:1810.04805, and what its published tokenizer does. Departures: a half of a surrogate
/// pair goes like U+FFFD; names in brackets such as [MASK] are text like any other.
/// </remarks>
internal static class BertWords
{
    private const char Sigma = '\u03A3';
    private const char FinalSigma = '\u03C2';

    // Characters that case looks through, beside marks, modifiers and format characters: The Unicode Standard, section 3.13.
    private const string LookedThrough = "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

    private static readonly (int First, int Last)[] Chinese =
        [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)];

    /// <summary>Gives the first words and signs in order.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">Words and signs wanted; a few more may come.</param>
    public static List<string> Split(string text, int most)
    {
        var words = new List<string>();
        var (word, folded) = (new StringBuilder(), new StringBuilder());
        for (var at = 0; at < text.Length && words.Count < most;)
        {
            var isAscii = text[at] < 0x80;
            Rune.DecodeFromUtf16(text.AsSpan(at), out var character, out var length);
            if (IsBlank(character)) Finish(words, word);
            else if (isAscii && char.IsAsciiLetterOrDigit(text[at])) word.Append(char.ToLowerInvariant(text[at]));
            else if (!IsDropped(character))
            {
                var isChinese = IsChinese(character.Value);
                if (isChinese) Finish(words, word);
                if (text[at] == Sigma && EndsWord(text, at)) folded.Append(FinalSigma);
                else Folding.Append(folded, character);
                Take(words, word, folded);
                if (isChinese) Finish(words, word);
            }

            at += length;
        }

        Finish(words, word);
        return words;
    }

    private static void Take(List<string> words, StringBuilder word, StringBuilder folded)
    {
        foreach (var character in folded.ToString().EnumerateRunes())
        {
            if (IsPunctuation(character))
            {
                Finish(words, word);
                words.Add(character.ToString());
            }
            else
            {
                word.Append(character);
            }
        }

        folded.Clear();
    }

    private static void Finish(List<string> words, StringBuilder word)
    {
        if (word.Length > 0) words.Add(word.ToString());
        word.Clear();
    }

    // All ASCII signs count, those that Unicode calls symbols too ($, +, ^, `, …).
    private static bool IsPunctuation(Rune character) => character.IsAscii
        ? character.Value is > ' ' and < 0x7F && !char.IsAsciiLetterOrDigit((char)character.Value)
        : Rune.IsPunctuation(character);

    private static bool IsBlank(Rune character) => character.Value is ' ' or '\t' or '\n' or '\r' || (!character.IsAscii
        && Rune.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsDropped(Rune character) => character == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format;

    private static bool IsChinese(int code) => code >= 0x3400 && Array.Exists(Chinese, range => code >= range.First && code <= range.Last);

    // A capital sigma becomes the final one behind a letter and before none.
    private static bool EndsWord(string text, int at) => IsCasedNear(text, at, -1) && !IsCasedNear(text, at, 1);

    private static bool IsCasedNear(string text, int at, int step)
    {
        for (var near = at + step; near >= 0 && near < text.Length; near += step)
        {
            switch (char.GetUnicodeCategory(text[near]))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol:
                case UnicodeCategory.Control when text[near] is not ('\t' or '\n' or '\r'):
                case var _ when LookedThrough.Contains(text[near], StringComparison.Ordinal) || text[near] == '\uFFFD':
                    break;
                case var category:
                    return category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter;
            }
        }

        return false;
    }
}
