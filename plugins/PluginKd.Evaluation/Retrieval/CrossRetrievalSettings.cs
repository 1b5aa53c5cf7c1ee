using System.ComponentModel.DataAnnotations;

namespace PluginKd.Evaluation;

/// <summary>Which pairs are true ones, and among how many is searched.</summary>
public sealed record CrossRetrievalSettings
{
    /// <summary>Name of the class of true pairs; without it, the last class.</summary>
    public string? Positive { get; init; }

    /// <summary>Places k for R@k.</summary>
    [Range(1, 1_000_000)]
    public IReadOnlyList<int> Cutoffs { get; init; } = [1, 5, 10];

    /// <summary>Most firsts (such as images) that are searched and asked with, the first ones of the split, with the seconds of these; without it all. A network that must see each pair runs on every first with every second.</summary>
    [Range(1, 10_000_000)]
    public int? Gallery { get; init; }
}
