using System.ComponentModel.DataAnnotations;

namespace PluginKd.Evaluation;

/// <summary>What a grade is worth at the top of a list.</summary>
public enum RankingGain
{
    /// <summary>2 to the power of the grade, minus 1: a grade more doubles the worth.</summary>
    Exponential,

    /// <summary>The grade itself, as trec_eval has it.</summary>
    Linear,
}

/// <summary>What becomes of questions of which every candidate is right.</summary>
public enum AllPositiveRule
{
    /// <summary>They are left out: no order of theirs is wrong.</summary>
    Drop,

    /// <summary>They count, with 1 each.</summary>
    Keep,
}

/// <summary>Which class is right, and how far down a list is looked.</summary>
public sealed record RankingSettings
{
    /// <summary>Name of the class of right candidates; without it, the last class.</summary>
    public string? Positive { get; init; }

    /// <summary>Whether classes are grades from 0, not relevant, upwards; then every grade above 0 is right, and candidates are ordered by their expected grade.</summary>
    public bool Graded { get; init; }

    /// <summary>What a grade is worth in nDCG; with two classes both are the same.</summary>
    public RankingGain Gain { get; init; } = RankingGain.Exponential;

    /// <summary>Places k for nDCG@k and R@k.</summary>
    [Range(1, 1_000_000)]
    public IReadOnlyList<int> Cutoffs { get; init; } = [10];

    /// <summary>What becomes of questions of which every candidate is right.</summary>
    public AllPositiveRule AllPositive { get; init; } = AllPositiveRule.Drop;

    /// <summary>Questions in the table of the worst, questions.</summary>
    [Range(0, 10_000)]
    public int Worst { get; init; } = 10;
}
