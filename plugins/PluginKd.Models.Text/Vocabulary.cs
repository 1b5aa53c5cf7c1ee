using System.Runtime.InteropServices;

namespace PluginKd.Models.Text;

/// <summary>Numbers the terms of the training texts, the most frequent first.</summary>
/// <param name="terms">Terms in the order of their numbers; none holds a line break.</param>
/// <param name="reserved">Numbers kept free before the first term, such as 0 for padding.</param>
internal sealed class Vocabulary(IReadOnlyList<string> terms, int reserved)
{
    private readonly Dictionary<string, long> _numbers = terms.Select((term, i) => (term, i)).ToDictionary(t => t.term, t => (long)t.i + reserved);

    /// <summary>Terms and reserved numbers together.</summary>
    public int Count { get; } = terms.Count + reserved;

    /// <summary>Most different terms that are counted at once, about 100 MB.</summary>
    public const int MostCounted = 1_000_000;

    /// <summary>Counts terms and keeps the frequent ones; among equally frequent ones the first by ordinal.</summary>
    /// <remarks>
    /// Texts are read once and none is kept. When there are more different terms than <paramref name="mostCounted"/>, the rarer half of them is
    /// forgotten, those seen once first (after Manku and Motwani 2002): a term that comes again starts from 0.
    /// </remarks>
    public static Vocabulary Build(IEnumerable<IEnumerable<string>> texts, int minCount, int maxTerms, int reserved, int mostCounted = MostCounted)
    {
        var counts = new Dictionary<string, int>();
        var most = Math.Max(mostCounted, 2 * maxTerms);
        foreach (var term in texts.SelectMany(text => text))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
            if (counts.Count > most) ForgetRare(counts, most / 2);
        }

        return new(
            [
                .. counts.Where(c => c.Value >= minCount).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
                    .Take(maxTerms).Select(c => c.Key),
            ],
            reserved);
    }

    private static void ForgetRare(Dictionary<string, int> counts, int rest)
    {
        for (var rare = 1; counts.Count > rest; rare++)
        {
            foreach (var (term, count) in counts)
            {
                if (count <= rare) counts.Remove(term);
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Vocabulary Read(string text, int reserved) => new(text.Length == 0 ? [] : text.Split('\n'), reserved);

    /// <summary>Writes one term a line.</summary>
    public string Write() => string.Join('\n', terms);

    /// <summary>Gives the number of a term, or another when the term is unknown.</summary>
    public long Number(string term, long unknown) => _numbers.GetValueOrDefault(term, unknown);
}
