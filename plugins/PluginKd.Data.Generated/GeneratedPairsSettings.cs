using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Generated;

/// <summary>How many pairs of sentences to make, about what, and how hard.</summary>
public sealed record GeneratedPairsSettings
{
    /// <summary>Labelled pairs to learn from, examples.</summary>
    [Range(3, 100_000)]
    public int Train { get; init; } = 3_000;

    /// <summary>Pairs without labels to distil on, examples; 0 leaves the split out.</summary>
    [Range(0, 100_000)]
    public int Unlabelled { get; init; } = 10_000;

    /// <summary>Labelled pairs to choose settings by, examples; 0 leaves the split out.</summary>
    [Range(0, 100_000)]
    public int Validation { get; init; } = 1_000;

    /// <summary>Labelled pairs of each test split, examples.</summary>
    [Range(3, 100_000)]
    public int Test { get; init; } = 2_000;

    /// <summary>Share of hypotheses that say no, 0 to 1, no unit: under "not" a detail more or less means the opposite.</summary>
    [Range(0, 1)]
    public double Difficulty { get; init; } = 0.3;

    /// <summary>Share of hypotheses with a word that gives the label away, 0 to 1, no unit; above 0 there is a further test without that bond.</summary>
    [Range(0, 1)]
    public double Spurious { get; init; }

    /// <summary>What the sentences are about: some of town, farm, harbour.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Domains { get; init; } = ["town", "farm", "harbour"];

    /// <summary>The domain that only the split test-new-domain has; empty holds none out.</summary>
    public string HeldOut { get; init; } = "harbour";
}
