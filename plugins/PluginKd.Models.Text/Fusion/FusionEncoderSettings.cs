using System.ComponentModel.DataAnnotations;

namespace PluginKd.Models.Text;

/// <summary>Both sides and size of a fusion encoder.</summary>
public sealed record FusionEncoderSettings
{
    /// <summary>Network whose last map gives the tokens of images, such as cnn or resnet; without it images are cut into patches.</summary>
    public IModel? Tower { get; init; }

    /// <summary>Height and width of a patch, pixels, a divisor of the images' own; not looked at with a tower.</summary>
    [Range(1, 1000)]
    public int Patch { get; init; } = 8;

    /// <summary>Layers in which the tokens of the first side look at each other, before texts look at them.</summary>
    [Range(0, 1000)]
    public int FirstLayers { get; init; } = 1;

    /// <summary>Layers in which the words of the second side look at each other and at the first side.</summary>
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
    public int MaxLength { get; init; } = 64;

    /// <summary>Where layers are normalised.</summary>
    public NormPlace Norm { get; init; } = NormPlace.Pre;

    /// <summary>How the answers at the words become one.</summary>
    public TextPooling Pooling { get; init; } = TextPooling.Cls;

    /// <summary>Share of units dropped in training behind embeddings, attention, linear layers and pooling, 0 to 1, no unit.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Dropout { get; init; } = 0.1;

    /// <summary>Share of attention weights dropped in training, 0 to 1, no unit.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double AttentionDropout { get; init; } = 0.1;

    /// <summary>Occurrences in the training texts that a word needs; rarer ones count as unknown.</summary>
    [Range(1, 1_000_000)]
    public int MinCount { get; init; } = 1;

    /// <summary>Most words to keep, the most frequent ones.</summary>
    [Range(1, 10_000_000)]
    public int MaxFeatures { get; init; } = 30_000;

    /// <summary>Word pieces of uncased BERT, a vocab.txt; without it, words are counted from the training texts.</summary>
    [KdPath]
    public string? Vocabulary { get; init; }

    /// <summary>What the layers take from these settings.</summary>
    internal TextTransformerSettings OfLayers => new() { Norm = Norm, Dropout = Dropout, AttentionDropout = AttentionDropout };
}
