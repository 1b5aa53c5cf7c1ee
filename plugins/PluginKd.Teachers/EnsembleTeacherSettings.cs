using System.ComponentModel.DataAnnotations;

namespace PluginKd.Teachers;

/// <summary>What of its members an ensemble averages.</summary>
public enum EnsembleMean
{
    /// <summary>The class probabilities; the arithmetic mean.</summary>
    Probabilities,

    /// <summary>The logits; up to scale the geometric mean of the probabilities.</summary>
    Logits,
}

/// <summary>Which teachers answer together, and how.</summary>
public sealed record EnsembleTeacherSettings
{
    /// <summary>The teachers, each with a name.</summary>
    [MinLength(1)]
    public required IReadOnlyList<EnsembleMember> Members { get; init; }

    /// <summary>What is averaged.</summary>
    public EnsembleMean Mean { get; init; } = EnsembleMean.Probabilities;
}

/// <summary>One part of an ensemble; several teachers of one part share its weight.</summary>
public sealed record EnsembleMember : NamedTeacher
{
    /// <summary>Its weight in the mean, no unit; weights are divided by their sum.</summary>
    [Range(1e-6, 1e6)]
    public double Weight { get; init; } = 1;
}
