using System.ComponentModel.DataAnnotations;

namespace PluginKd.Models.Text;

/// <summary>Terms and size of a bag of n-grams.</summary>
public sealed record NgramSettings
{
    /// <summary>Longest run of words that is a term, words.</summary>
    [Range(1, 5)]
    public int Ngram { get; init; } = 2;

    /// <summary>Words of a text that are read; the rest is cut off.</summary>
    [Range(1, 100_000)]
    public int MaxLength { get; init; } = 512;

    /// <summary>Occurrences in the training texts that a term needs.</summary>
    [Range(1, 1_000_000)]
    public int MinCount { get; init; } = 1;

    /// <summary>Most terms to keep, the most frequent ones.</summary>
    [Range(1, 10_000_000)]
    public int MaxFeatures { get; init; } = 30_000;

    /// <summary>Width of the embedding of a term, units.</summary>
    [Range(1, 100_000)]
    public int Width { get; init; } = 32;

    /// <summary>Widths of hidden layers behind the mean of the embeddings, units.</summary>
    [Range(1, 100_000)]
    public IReadOnlyList<int> Hidden { get; init; } = [];

    /// <summary>Share of the units before each linear layer dropped in training, 0 to 1, no unit.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Dropout { get; init; }

    /// <summary>First embeddings of words, a file of a word and its numbers a line, as GloVe writes it; words that it lacks get new ones.</summary>
    [KdPath]
    public string? Vectors { get; init; }

    /// <summary>Whether the embeddings stay as they are at first.</summary>
    public bool Freeze { get; init; }
}
