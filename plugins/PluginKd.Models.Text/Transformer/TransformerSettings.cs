using System.ComponentModel.DataAnnotations;

namespace PluginKd.Models.Text;

/// <summary>Where a layer of a transformer is normalised.</summary>
public enum NormPlace
{
    /// <summary>Behind each sum, as in the first transformer and in BERT.</summary>
    Post,

    /// <summary>Before each attention and each pair of linear layers, and once at the end; trains deep networks without warm-up.</summary>
    Pre,
}

/// <summary>How the answers at all positions become one.</summary>
public enum TextPooling
{
    /// <summary>The answer at the first mark, through a linear layer and tanh.</summary>
    Cls,

    /// <summary>The mean over all positions that are not padding.</summary>
    Mean,
}

/// <summary>Words and sizes of what is made of a transformer's layers.</summary>
public abstract record TransformerSettings
{
    /// <summary>Layers that words go through.</summary>
    [Range(1, 1000)]
    public int Layers { get; init; } = 2;

    /// <summary>Width of a position, units; a multiple of the heads.</summary>
    [Range(1, 100_000)]
    public int Width { get; init; } = 128;

    /// <summary>Attention heads of a layer.</summary>
    [Range(1, 1000)]
    public int Heads { get; init; } = 4;

    /// <summary>Width between the two linear layers of a layer, units.</summary>
    [Range(1, 1_000_000)]
    public int Inner { get; init; } = 512;

    /// <summary>Words or pieces of a text that are read, two marks included; the rest is cut off.</summary>
    [Range(2, 100_000)]
    public int MaxLength { get; init; } = 128;

    /// <summary>Where layers are normalised.</summary>
    public NormPlace Norm { get; init; } = NormPlace.Post;

    /// <summary>How positions become one answer.</summary>
    public TextPooling Pooling { get; init; } = TextPooling.Cls;

    /// <summary>Share of units dropped in training behind embeddings, attention, linear layers and pooling, 0 to 1, no unit.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Dropout { get; init; } = 0.1;

    /// <summary>Share of attention weights dropped in training, 0 to 1, no unit.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double AttentionDropout { get; init; } = 0.1;

    /// <summary>Occurrences in the training texts that a word needs, or with byte-pair pieces a character; rarer words count as unknown, rarer characters are read as bytes.</summary>
    [Range(1, 1_000_000)]
    public int MinCount { get; init; } = 1;

    /// <summary>Most words to keep, the most frequent ones.</summary>
    [Range(1, 10_000_000)]
    public int MaxFeatures { get; init; } = 30_000;

    /// <summary>Word pieces of uncased BERT, a vocab.txt; without it, words are counted from the training texts.</summary>
    [KdPath]
    public string? Vocabulary { get; init; }
}
