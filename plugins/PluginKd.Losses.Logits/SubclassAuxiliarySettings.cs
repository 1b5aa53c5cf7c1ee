using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Logits;

/// <summary>Which scores are told apart, and how sharply.</summary>
public sealed record SubclassAuxiliarySettings
{
    /// <summary>Signal of the network in training that holds the scores of subclasses.</summary>
    [MinLength(1)]
    public string Signal { get; init; } = SignalNames.WideLogits;

    /// <summary>Temperature τ of the similarities, no unit; less pushes apart only the most similar examples.</summary>
    [Range(1e-3, 1e3)]
    public Schedule Temperature { get; init; } = 1;
}
