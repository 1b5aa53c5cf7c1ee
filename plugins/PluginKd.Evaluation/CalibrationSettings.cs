using System.ComponentModel.DataAnnotations;

namespace PluginKd.Evaluation;

/// <summary>How finely confidence is looked at.</summary>
public sealed record CalibrationSettings
{
    /// <summary>Bins that confidences from 0 to 1 are sorted into.</summary>
    [Range(2, 1000)]
    public int Bins { get; init; } = 15;
}
