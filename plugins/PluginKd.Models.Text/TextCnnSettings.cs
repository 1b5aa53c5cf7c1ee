using System.ComponentModel.DataAnnotations;

namespace PluginKd.Models.Text;

/// <summary>Words and size of a convolutional network.</summary>
public sealed record TextCnnSettings
{
    /// <summary>Width of the embedding of a word, units.</summary>
    [Range(1, 100_000)]
    public int Width { get; init; } = 64;

    /// <summary>Lengths of the windows, words.</summary>
    [Range(1, 100_000)]
    public IReadOnlyList<int> Windows { get; init; } = [3, 4, 5];

    /// <summary>Feature maps for each window length.</summary>
    [Range(1, 100_000)]
    public int Filters { get; init; } = 64;

    /// <summary>Share of the features before the last layer dropped in training, 0 to 1, no unit.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Dropout { get; init; } = 0.5;

    /// <summary>Share of the units of word embeddings dropped in training, 0 to 1, no unit.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double EmbeddingDropout { get; init; }

    /// <summary>Occurrences in the training texts that a word needs; rarer ones count as unknown.</summary>
    [Range(1, 1_000_000)]
    public int MinCount { get; init; } = 1;

    /// <summary>Most words to keep, the most frequent ones.</summary>
    [Range(1, 10_000_000)]
    public int MaxFeatures { get; init; } = 30_000;

    /// <summary>Words of a text that are read; the rest is cut off.</summary>
    [Range(1, 100_000)]
    public int MaxLength { get; init; } = 128;

    /// <summary>First embeddings of words, a file of a word and its numbers a line, as GloVe writes it; words that it lacks get new ones.</summary>
    [KdPath]
    public string? Vectors { get; init; }

    /// <summary>Whether the embeddings stay as they are at first.</summary>
    public bool Freeze { get; init; }
}
