using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Features;

/// <summary>Which vectors are compared.</summary>
public sealed record VectorSettings
{
    /// <summary>Pairs of layers; the losses of several are added up. Without it <c>embedding</c> of both sides.</summary>
    [MinLength(1)]
    public IReadOnlyList<LayerPair>? Layers { get; init; }

    /// <summary>The pairs, with the default.</summary>
    internal IReadOnlyList<LayerPair> Pairs => Layers ?? [new LayerPair { Student = SignalNames.Embedding, Teacher = SignalNames.Embedding }];
}
