using System.Runtime.InteropServices;

namespace PluginKd.Evaluation;

/// <summary>Counts the n-grams of translations and of their references.</summary>
internal sealed class BleuCounts
{
    private const int Longest = 4;

    private readonly long[] _right = new long[Longest];
    private readonly long[] _all = new long[Longest];
    private long _words;
    private long _referenceWords;

    /// <summary>Precisions of 1- to 4-grams in per cent, smoothed; 0 where nothing matches at all, or there are no n-grams of that length.</summary>
    public double[] Precisions
    {
        get
        {
            var (precisions, share) = (new double[Longest], 1.0);
            if (_right.All(count => count == 0)) return precisions;
            for (var n = 0; n < Longest && _all[n] > 0; n++) precisions[n] = _right[n] > 0 ? 100.0 * _right[n] / _all[n] : 100 / ((share *= 2) * _all[n]);
            return precisions;
        }
    }

    /// <summary>What short translations are multiplied by, 0 to 1.</summary>
    public double BrevityPenalty => _words >= _referenceWords ? 1 : _words == 0 ? 0 : Math.Exp(1 - ((double)_referenceWords / _words));

    /// <summary>Words of the translations ÷ words of the references.</summary>
    public double LengthRatio => _referenceWords == 0 ? 0 : (double)_words / _referenceWords;

    /// <summary>BLEU, 0 to 100; the power of a logarithm may be a little more, and is not.</summary>
    public double Score => Precisions is var precisions && precisions.All(precision => precision > 0) ? Math.Min(100, BrevityPenalty * Math.Exp(precisions.Average(Math.Log))) : 0;

    /// <summary>Counts a sentence.</summary>
    /// <param name="translation">What was written.</param>
    /// <param name="reference">What it should say.</param>
    public void Add(string translation, string reference)
    {
        var (written, wanted) = (BleuWords.Of(translation), BleuWords.Of(reference));
        _words += written.Length;
        _referenceWords += wanted.Length;
        for (var n = 1; n <= Longest; n++)
        {
            var known = Ngrams(wanted, n);
            foreach (var (ngram, count) in Ngrams(written, n))
            {
                _all[n - 1] += count;
                _right[n - 1] += Math.Min(count, known.GetValueOrDefault(ngram));
            }
        }
    }

    // No word holds a blank.
    private static Dictionary<string, int> Ngrams(string[] words, int n)
    {
        var counts = new Dictionary<string, int>();
        for (var i = 0; i + n <= words.Length; i++) CollectionsMarshal.GetValueRefOrAddDefault(counts, string.Join(' ', words, i, n), out _)++;
        return counts;
    }
}
