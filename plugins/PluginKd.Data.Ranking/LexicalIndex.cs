using System.Runtime.InteropServices;

namespace PluginKd.Data.Ranking;

/// <summary>Finds documents by the words that they share with a query.</summary>
/// <remarks>
/// <para>BM25: <c>score = Σ over the query's terms t, each as often as it occurs, of idf(t) · f·(k₁ + 1) / (f + k₁·(1 − b + b·l/m))</c>, f how often t occurs in the document, l terms in the document, m the mean
/// of l; <c>idf(t) = ln(1 + (N − n + ½)/(n + ½))</c>, n of N documents have t. Terms are runs of letters and digits in lower case.</para>
/// <para>Source: Robertson and Zaragoza (2009), The Probabilistic Relevance Framework, DOI 10.1561/1500000019, section 3. Departure: 1 is added within the logarithm, so that words in more than half of
/// the documents do not count against them. No stop words, no stemming.</para>
/// </remarks>
internal sealed class LexicalIndex
{
    private readonly Dictionary<string, List<(int Document, int Count)>> _postings = [];
    private readonly int[] _lengths;
    private readonly double _meanLength;
    private readonly double _k1;
    private readonly double _b;

    /// <summary>Indexes documents.</summary>
    /// <param name="documents">Their texts.</param>
    /// <param name="k1">k₁, 0 or more.</param>
    /// <param name="b">b, 0 to 1.</param>
    public LexicalIndex(IReadOnlyList<string> documents, double k1, double b)
    {
        (_k1, _b, _lengths) = (k1, b, new int[documents.Count]);
        for (var document = 0; document < documents.Count; document++)
        {
            foreach (var (term, count) in Terms(documents[document]).CountBy(term => term))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_postings, term, out _) ??= []).Add((document, count));
                _lengths[document] += count;
            }
        }

        _meanLength = _lengths.DefaultIfEmpty().Average();
    }

    /// <summary>Cuts a text into terms.</summary>
    public static IEnumerable<string> Terms(string text)
    {
        var lower = text.ToLowerInvariant();
        for (var start = 0; start < lower.Length; start++)
        {
            var end = start;
            while (end < lower.Length && char.IsLetterOrDigit(lower[end])) end++;
            if (end > start) yield return lower[start..end];
            start = end;
        }
    }

    /// <summary>Gives the score of every document; 0 for those without a word of the query.</summary>
    public double[] Scores(string query)
    {
        var scores = new double[_lengths.Length];
        foreach (var (term, times) in Terms(query).CountBy(term => term))
        {
            if (!_postings.TryGetValue(term, out var postings)) continue;
            var weight = times * Math.Log(1 + ((_lengths.Length - postings.Count + 0.5) / (postings.Count + 0.5)));
            foreach (var (document, f) in postings) scores[document] += weight * f * (_k1 + 1) / (f + (_k1 * (1 - _b + (_b * _lengths[document] / _meanLength))));
        }

        return scores;
    }

    /// <summary>Gives the documents with the highest scores above 0, best first; of equal ones the first of the collection.</summary>
    public int[] Best(string query, int most)
    {
        var scores = Scores(query);
        return [.. Enumerable.Range(0, scores.Length).Where(document => scores[document] > 0).OrderByDescending(document => scores[document]).Take(most)];
    }
}
