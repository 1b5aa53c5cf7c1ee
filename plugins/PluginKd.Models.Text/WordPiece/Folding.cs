using System.Globalization;
using System.Text;

namespace PluginKd.Models.Text;

/// <summary>Lower case without accents, the same on every machine: from a table, since the system's cultures may be switched off.</summary>
internal static class Folding
{
    // Hangul syllables are arithmetic: The Unicode Standard, section 3.12.
    private const int FirstSyllable = 0xAC00;
    private const int Syllables = 11_172;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int FirstTail = 0x11A7;
    private const int Vowels = 21;
    private const int Tails = 28;

    private static readonly Dictionary<int, string> Table = Read();

    /// <summary>Adds to a text what is left of a character: its lower case, decomposed, without marks.</summary>
    public static void Append(StringBuilder text, Rune character)
    {
        var code = character.Value;
        if (Table.TryGetValue(code, out var left)) text.Append(left);
        else if ((uint)(code - FirstSyllable) < Syllables) AppendSyllable(text, code - FirstSyllable);
        else if (Rune.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark) text.Append(character);
    }

    private static void AppendSyllable(StringBuilder text, int syllable)
    {
        text.Append((char)(FirstLead + (syllable / (Vowels * Tails)))).Append((char)(FirstVowel + (syllable / Tails % Vowels)));
        if (syllable % Tails > 0) text.Append((char)(FirstTail + (syllable % Tails)));
    }

    private static Dictionary<int, string> Read()
    {
        using var reader = new StreamReader(typeof(Folding).Assembly.GetManifestResourceStream("folding.txt")!);
        var table = new Dictionary<int, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            int[] codes = [.. line.Split(' ').Select(code => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
            table.Add(codes[0], string.Concat(codes.Skip(1).Select(char.ConvertFromUtf32)));
        }

        return table;
    }
}
