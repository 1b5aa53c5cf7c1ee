using System.ComponentModel.DataAnnotations;

namespace PluginKd.Models.Text;

/// <summary>Words and size of a transformer encoder.</summary>
public sealed record TextTransformerSettings : TransformerSettings
{
    /// <summary>Byte-pair pieces that texts are cut into, 256 bytes and the characters among them; learned from the training texts. Without it, whole words are counted.</summary>
    [Range(257, 1_000_000)]
    public int? Pieces { get; init; }

    /// <summary>Folder of an uncased Hugging Face BERT (config.json, vocab.txt, model.safetensors): sizes, word pieces and first weights come from it.</summary>
    [KdPath]
    public string? Folder { get; init; }
}
