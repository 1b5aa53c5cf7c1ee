using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Transformers;

/// <summary>Which layers of a transformer learn from which.</summary>
public sealed record TinybertSettings
{
    /// <summary>Layers of the teacher that the layers 0, 1, … of the student learn from, from 0: layer s from <c>(s + 1)·N_T / N_S − 1</c> in the paper.</summary>
    [MinLength(1)]
    public required IReadOnlyList<int> Layers { get; init; }

    /// <summary>Factor of the attention scores, no unit.</summary>
    [Range(0, 1e6)]
    public double Attention { get; init; } = 1;

    /// <summary>Factor of the hidden states and the embeddings, no unit.</summary>
    [Range(0, 1e6)]
    public double Hidden { get; init; } = 1;
}
