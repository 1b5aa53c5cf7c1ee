using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Features;

/// <summary>A layer of the student that learns from one of the teacher.</summary>
public record LayerPair
{
    /// <summary>Signal of the student, such as <c>hidden.1</c>.</summary>
    public required string Student { get; init; }

    /// <summary>Signal of the teacher, such as <c>hidden.2</c>.</summary>
    public required string Teacher { get; init; }

    /// <summary>Factor of the pair in the sum over pairs, no unit.</summary>
    [Range(0, 1_000_000)]
    public double Weight { get; init; } = 1;
}
