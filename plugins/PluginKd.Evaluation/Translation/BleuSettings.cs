using System.ComponentModel.DataAnnotations;

namespace PluginKd.Evaluation;

/// <summary>How a network writes, and what is shown.</summary>
public sealed record BleuSettings
{
    /// <summary>Sequences that the search keeps; 1 takes the best piece at each place.</summary>
    [Range(1, 100)]
    public int Beam { get; init; } = 4;

    /// <summary>Most pieces that are written of a sentence; what is longer ends there.</summary>
    [Range(1, 100_000)]
    public int MaxLength { get; init; } = 128;

    /// <summary>Power of the length that a sequence's ln p is divided by when beams are compared, no unit.</summary>
    [Range(0, 10)]
    public double LengthPenalty { get; init; } = 1;

    /// <summary>Sentences from the beginning that are shown with what was written, sentences.</summary>
    [Range(0, 10_000)]
    public int Shown { get; init; } = 10;
}
