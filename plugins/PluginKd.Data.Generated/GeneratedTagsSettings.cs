using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Generated;

/// <summary>Whose tags training learns from.</summary>
public enum TagLabels
{
    /// <summary>Those of a list of names with gaps and mistakes.</summary>
    Distant,

    /// <summary>The true ones.</summary>
    Gold,
}

/// <summary>How many sentences to make, and how bad the list of names is.</summary>
public sealed record GeneratedTagsSettings
{
    /// <summary>Tagged sentences to learn from, examples.</summary>
    [Range(2, 200_000)]
    public int Train { get; init; } = 3_000;

    /// <summary>Sentences without tags to distil on, examples; 0 leaves the split out.</summary>
    [Range(0, 200_000)]
    public int Unlabelled { get; init; } = 3_000;

    /// <summary>Sentences with true tags to choose settings by, examples; 0 leaves the split out.</summary>
    [Range(0, 200_000)]
    public int Validation { get; init; } = 500;

    /// <summary>Sentences with true tags of the test split, examples.</summary>
    [Range(2, 200_000)]
    public int Test { get; init; } = 1_000;

    /// <summary>Whose tags training learns from; validation and test have true ones.</summary>
    public TagLabels Labels { get; init; } = TagLabels.Distant;

    /// <summary>Share of the names that the list has, 0 to 1, no unit.</summary>
    [Range(0, 1)]
    public double Coverage { get; init; } = 0.6;

    /// <summary>Share of the names of the list that stand there under a wrong type, 0 to 1, no unit.</summary>
    [Range(0, 1)]
    public double Mistyped { get; init; } = 0.15;

    /// <summary>Share of the names that two types have, 0 to 1, no unit, so that only the words around them tell.</summary>
    [Range(0, 1)]
    public double Ambiguity { get; init; } = 0.2;
}
