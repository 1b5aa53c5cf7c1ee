using System.ComponentModel.DataAnnotations;

namespace PluginKd.Models.Text;

/// <summary>How common words are weighed.</summary>
public sealed record LexicalSettings
{
    /// <summary>k₁ of BM25: how much a word's further occurrences count, no unit.</summary>
    [Range(0, 1000)]
    public double K1 { get; init; } = 1.2;

    /// <summary>b of BM25: how much long texts are held back, 0 to 1, no unit.</summary>
    [Range(0, 1)]
    public double B { get; init; } = 0.75;

    /// <summary>Most words whose frequency is kept, the most frequent ones; others count as never seen.</summary>
    [Range(1, 10_000_000)]
    public int MaxFeatures { get; init; } = 100_000;
}
