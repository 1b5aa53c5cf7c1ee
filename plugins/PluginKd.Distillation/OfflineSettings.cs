using System.ComponentModel.DataAnnotations;

namespace PluginKd.Distillation;

/// <summary>Where the teachers' signals come from in training.</summary>
public enum SignalSource
{
    /// <summary>Computed once for all examples and gathered for each batch.</summary>
    Cached,

    /// <summary>Computed for each batch: slower, for signals too large to keep.</summary>
    Online,
}

/// <summary>Which student to train, by which losses, on what, for how long.</summary>
public sealed record OfflineSettings : TrainingSettings
{
    /// <summary>Architecture of the student.</summary>
    public required IModel Student { get; init; }

    /// <summary>Losses with their weights; their weighted sum is trained on.</summary>
    [MinLength(1)]
    public required IReadOnlyList<WeightedLoss> Loss { get; init; }

    /// <summary>What the weights of several losses say; gradient measures in the first step of each epoch and leaves the first loss as it is.</summary>
    public LossBalance Balance { get; init; }

    /// <summary>Names of the splits to train on, joined in this order; without it train and, where there is one, unlabelled.</summary>
    [MinLength(1)]
    public IReadOnlyList<string>? On { get; init; }

    /// <summary>Where the teachers' signals come from in training.</summary>
    public SignalSource TeacherSignals { get; init; } = SignalSource.Cached;
}
