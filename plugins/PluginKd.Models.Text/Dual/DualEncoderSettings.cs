using System.ComponentModel.DataAnnotations;

namespace PluginKd.Models.Text;

/// <summary>How two embeddings are compared.</summary>
public enum DualScore
{
    /// <summary>Cosine of the angle between them, −1 to 1.</summary>
    Cosine,

    /// <summary>Dot product over the root of the width.</summary>
    Dot,
}

/// <summary>Towers and comparison of a dual encoder.</summary>
public sealed record DualEncoderSettings
{
    /// <summary>Network for the first of each pair: any model of single inputs that gives an embedding, such as ngram or text-transformer.</summary>
    public required IModel First { get; init; }

    /// <summary>Network for the second of each pair; without it both go through the same one.</summary>
    public IModel? Second { get; init; }

    /// <summary>Width of the embeddings that are compared, units.</summary>
    [Range(1, 100_000)]
    public int Width { get; init; } = 64;

    /// <summary>How embeddings are compared.</summary>
    public DualScore Score { get; init; } = DualScore.Cosine;
}
