using System.Globalization;

namespace PluginKd.Models.Text;

/// <summary>How rare words are among texts, and how long these are.</summary>
/// <param name="counts">In how many texts each word is.</param>
/// <param name="texts">Number of texts.</param>
/// <param name="meanLength">Mean of their words.</param>
internal sealed class WordRarity(IReadOnlyDictionary<string, int> counts, int texts, double meanLength)
{
    /// <summary>Mean number of words of a text, at least 1.</summary>
    public double MeanLength { get; } = Math.Max(1, meanLength);

    /// <summary>Counts the words of texts, each text once however often it comes.</summary>
    /// <param name="all">Texts.</param>
    /// <param name="most">Most words to keep.</param>
    public static WordRarity Of(IEnumerable<string> all, int most)
    {
        var (counts, seen, words) = (new Dictionary<string, int>(), new HashSet<string>(), 0L);
        foreach (var text in all.Where(seen.Add))
        {
            var cut = Words(text);
            words += cut.Count;
            foreach (var word in cut.Distinct()) counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return new(counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(most).ToDictionary(), seen.Count, (double)words / Math.Max(1, seen.Count));
    }

    /// <summary>Cuts a text into lower-case words; signs are left out.</summary>
    public static List<string> Words(string text) => [.. Tokenizer.Split(text).Where(word => char.IsLetterOrDigit(word[0]))];

    /// <summary>Gives <c>ln(1 + (N − n + ½)/(n + ½))</c>, n of the N texts have the word.</summary>
    public double Of(string word)
    {
        var n = counts.GetValueOrDefault(word);
        return Math.Log(1 + ((texts - n + 0.5) / (n + 0.5)));
    }

    /// <summary>Writes a line for the texts and one for each word.</summary>
    public string Write() => string.Join('\n', counts.Select(c => Line(c.Key, c.Value)).Prepend(FormattableString.Invariant($"{texts} {meanLength:R}")));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static WordRarity Read(string written)
    {
        var lines = written.Split('\n').Select(line => line.Split(' ')).ToList();
        return new(lines.Skip(1).ToDictionary(line => line[0], line => int.Parse(line[1], CultureInfo.InvariantCulture)),
            int.Parse(lines[0][0], CultureInfo.InvariantCulture), double.Parse(lines[0][1], CultureInfo.InvariantCulture));
    }

    private static string Line(string word, int count) => string.Create(CultureInfo.InvariantCulture, $"{word} {count}");
}
