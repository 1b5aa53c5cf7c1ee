using System.ComponentModel.DataAnnotations;

namespace PluginKd.Sdk;

/// <summary>What is watched on the validation split.</summary>
public enum ValidationMetric
{
    /// <summary>Share of right answers; more is better.</summary>
    Accuracy,

    /// <summary>Mean cross-entropy; less is better.</summary>
    Loss,
}

/// <summary>Ends a training run when the validation split says that it no longer helps, and goes back to the best weights.</summary>
public sealed record EarlyStoppingSettings
{
    /// <summary>Epochs without a better value before the run ends; 0 means that nothing is watched.</summary>
    [Range(0, 1_000_000)]
    public int Patience { get; init; }

    /// <summary>What is watched.</summary>
    public ValidationMetric Metric { get; init; } = ValidationMetric.Accuracy;

    /// <summary>Smallest change that counts as better, in the metric's unit.</summary>
    [Range(0, 1000)]
    public double MinChange { get; init; }
}
