using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace PluginKd.Hosting;

/// <summary>What is done with training examples that are in a test split as well.</summary>
public enum LeakRule
{
    /// <summary>The run ends, and says which they are.</summary>
    Refuse,

    /// <summary>They are left out of training.</summary>
    Drop,

    /// <summary>They stay, with a warning.</summary>
    Allow,
}

/// <summary>Finds examples of training, validation and unlabelled splits that are in a test split as well: the same numbers, or the same text but for case, punctuation and blanks.</summary>
/// <remarks>Letters that Unicode writes in several ways (full width, accents of their own) stay different: the tables for that belong to the system's cultures, which the host leaves out.</remarks>
internal static partial class TestLeaks
{
    private const int Shown = 5;

    /// <summary>Applies the pipeline's rule.</summary>
    /// <param name="splits">What may be learned from or chosen by; test splits among them are passed over.</param>
    /// <param name="tests">The test splits.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="stage">Where the examples come from: <c>data</c> or <c>augment</c>.</param>
    /// <param name="log">Takes warnings.</param>
    /// <returns>The splits, some of them shorter.</returns>
    /// <exception cref="UserErrorException">There are such examples, and the rule is to refuse them; or nothing would be left of a split.</exception>
    public static IReadOnlyList<Split> Apply(IReadOnlyList<Split> splits, IEnumerable<Split> tests, LeakRule rule, string stage, ILogger log)
    {
        var tested = tests.SelectMany(s => Fingerprints(s.Inputs)).ToHashSet();
        if (tested.Count == 0) return splits;
        var leaks = splits.Where(s => s.Role != SplitRole.Test)
            .Select(s => (Split: s, At: Fingerprints(s.Inputs).Index().Where(f => tested.Contains(f.Item)).Select(f => f.Index).ToHashSet()))
            .Where(leak => leak.At.Count > 0).ToList();
        if (leaks.Count == 0) return splits;
        var found = string.Join(", ", leaks.Select(l => $"{l.At.Count} of {l.Split.Count} examples of '{l.Split.Name}' ({Name(l.Split, l.At)})"));
        switch (rule)
        {
            case LeakRule.Allow: Allowed(log, found); return splits;
            case LeakRule.Drop: Dropped(log, found); return [.. splits.Select(s => Without(s, leaks.Find(l => l.Split == s).At, stage))];
            default:
                throw new UserErrorException($"{found} are in a test split, too", "training data that the test does not know", stage,
                    "take them out, or say what to do with them: \"leaks\": \"drop\" leaves them out of training, \"allow\" keeps them")
                {
                    Why = "numbers on the test split would be better than they are on new data",
                };
        }
    }

    private static Split Without(Split split, HashSet<int>? positions, string stage)
    {
        if (positions is null) return split;
        int[] rest = [.. Enumerable.Range(0, split.Count).Where(i => !positions.Contains(i))];
        return rest.Length > 0 ? split.Take(rest) : throw new UserErrorException($"every example of '{split.Name}' is in a test split, too", "training data that the test does not know", stage,
            "use another test split");
    }

    private static string Name(Split split, HashSet<int> positions) =>
        "number " + string.Join(", ", positions.Order().Take(Shown).Select(p => split.Indices[p])) + (positions.Count > Shown ? ", …" : "");

    private static IEnumerable<UInt128> Fingerprints(Inputs inputs) => inputs switch
    {
        TextInputs text => text.Texts.Select(t => Of(Encoding.UTF8.GetBytes(Normalized(t)))),
        DenseInputs dense => Rows(dense),
        TokenInputs tokens => tokens.Sequences.Select(words => Of(Encoding.UTF8.GetBytes(Normalized(string.Join(' ', words))))),
        PairInputs pairs => Fingerprints(pairs.First).Zip(Fingerprints(pairs.Second), Both),
        _ => [],
    };

    private static IEnumerable<UInt128> Rows(DenseInputs inputs)
    {
        foreach (var (_, values) in InputChunks.Of(inputs))
        {
            using (values)
            {
                for (var i = 0L; i < values.size(0); i++)
                {
                    using var row = values.narrow(0, i, 1);
                    using var plain = row.contiguous();
                    yield return Of(plain.bytes);
                }
            }
        }
    }

    private static UInt128 Both(UInt128 first, UInt128 second) => Of([.. BitConverter.GetBytes(first), .. BitConverter.GetBytes(second)]);

    private static UInt128 Of(ReadOnlySpan<byte> bytes) => System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(bytes));

    private static string Normalized(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var rune in text.ToLowerInvariant().EnumerateRunes())
        {
            if (IsOfWord(rune)) words.Append(rune);
            else if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
        }

        // Nothing but punctuation: then that is what it says.
        return words.Length > 0 ? words.ToString().TrimEnd() : text.Trim();
    }

    /// <summary>Letters and digits, the marks that vowels of many scripts are, and pictures such as smileys.</summary>
    private static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.OtherSymbol;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{found} are in a test split, too, and stay: numbers on the test split are better than on new data")]
    private static partial void Allowed(ILogger log, string found);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{found} are in a test split, too, and are left out")]
    private static partial void Dropped(ILogger log, string found);
}
