using System.ComponentModel.DataAnnotations;

namespace PluginKd.Models.Text;

/// <summary>What a linear tagger sees of a word.</summary>
public sealed record WordWindowSettings
{
    /// <summary>Neighbours on each side that count, words.</summary>
    [Range(0, 10)]
    public int Window { get; init; } = 1;

    /// <summary>Whether the first and last letters and the shape of words count.</summary>
    public bool Spelling { get; init; } = true;

    /// <summary>Occurrences in the training texts that a word needs; rarer ones count as unknown.</summary>
    [Range(1, 1_000_000)]
    public int MinCount { get; init; } = 1;

    /// <summary>Most words to keep, the most frequent ones, and most spellings.</summary>
    [Range(1, 10_000_000)]
    public int MaxFeatures { get; init; } = 30_000;

    /// <summary>Words that a sequence may have.</summary>
    [Range(1, 100_000)]
    public int MaxLength { get; init; } = 256;
}
