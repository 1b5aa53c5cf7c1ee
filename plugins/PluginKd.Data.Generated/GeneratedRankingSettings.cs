using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Generated;

/// <summary>How many questions to make, and how hard.</summary>
public sealed record GeneratedRankingSettings
{
    /// <summary>Questions with labelled candidates to learn from, questions.</summary>
    [Range(2, 5_000)]
    public int Train { get; init; } = 400;

    /// <summary>Questions with candidates without labels to distil on, questions; 0 leaves the split out.</summary>
    [Range(0, 5_000)]
    public int Unlabelled { get; init; } = 1_000;

    /// <summary>Questions to choose settings by, questions; 0 leaves the split out.</summary>
    [Range(0, 5_000)]
    public int Validation { get; init; } = 100;

    /// <summary>Questions of the test split, questions.</summary>
    [Range(2, 5_000)]
    public int Test { get; init; } = 200;

    /// <summary>Candidates of a question, one or two of them right.</summary>
    [Range(3, 50)]
    public int Candidates { get; init; } = 10;

    /// <summary>Share of the wrong candidates that speak of what is asked about, 0 to 1, no unit: they share as many words with the question as the right ones, and tell something else.</summary>
    [Range(0, 1)]
    public double Difficulty { get; init; } = 0.5;

    /// <summary>Share of the questions without a right candidate, 0 to 1, no unit.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Unanswered { get; init; } = 0.1;
}
