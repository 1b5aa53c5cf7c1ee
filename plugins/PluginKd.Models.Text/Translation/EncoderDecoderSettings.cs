using System.ComponentModel.DataAnnotations;

namespace PluginKd.Models.Text;

/// <summary>Pieces and size of an encoder with a decoder.</summary>
public sealed record EncoderDecoderSettings
{
    /// <summary>Layers of the encoder.</summary>
    [Range(1, 1000)]
    public int Layers { get; init; } = 2;

    /// <summary>Layers of the decoder.</summary>
    [Range(1, 1000)]
    public int DecoderLayers { get; init; } = 2;

    /// <summary>Width of a position, units; a multiple of the heads.</summary>
    [Range(1, 100_000)]
    public int Width { get; init; } = 128;

    /// <summary>Attention heads of a layer.</summary>
    [Range(1, 1000)]
    public int Heads { get; init; } = 4;

    /// <summary>Width between the two linear layers behind each attention, units.</summary>
    [Range(1, 1_000_000)]
    public int Inner { get; init; } = 512;

    /// <summary>Byte-pair pieces that texts are cut into, 256 bytes and the characters among them; learned from the training texts.</summary>
    [Range(257, 1_000_000)]
    public int Pieces { get; init; } = 4000;

    /// <summary>Occurrences in the training texts that a character needs to be a piece; rarer ones are read as bytes.</summary>
    [Range(1, 1_000_000)]
    public int MinCount { get; init; } = 2;

    /// <summary>Pieces of a text that are read, two marks included; the rest is cut off. Translations are never cut.</summary>
    [Range(2, 100_000)]
    public int MaxLength { get; init; } = 256;

    /// <summary>Share of units dropped in training behind embeddings, attention and linear layers, 0 to 1, no unit.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Dropout { get; init; } = 0.1;

    /// <summary>Share of attention weights dropped in training, 0 to 1, no unit.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double AttentionDropout { get; init; }
}
