using System.ComponentModel.DataAnnotations;

namespace PluginKd.Teachers;

/// <summary>Which of several trained networks are teachers.</summary>
public enum TrainedNetworks
{
    /// <summary>The one with the highest accuracy on the validation split, of equals the one with the lower cross-entropy.</summary>
    Best,

    /// <summary>All of them, each a teacher of its own.</summary>
    All,
}

/// <summary>Which model to train as the teacher, on what, for how long.</summary>
public sealed record TrainedTeacherSettings : TrainingSettings
{
    /// <summary>Architecture of the teacher.</summary>
    public required IModel Model { get; init; }

    /// <summary>Names of the splits to train on, joined in this order; examples without a label are passed over.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> On { get; init; } = ["train"];

    /// <summary>Number of networks to train one after the other, each from a seed of its own.</summary>
    [Range(1, 100)]
    public int Seeds { get; init; } = 1;

    /// <summary>Which of them are teachers.</summary>
    public TrainedNetworks Keep { get; init; } = TrainedNetworks.Best;
}
