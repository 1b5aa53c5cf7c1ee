namespace PluginKd.Teachers;

/// <summary>Which model to train as the teacher, on what, for how long.</summary>
public sealed record TrainedTeacherSettings : TrainingSettings
{
    /// <summary>Architecture of the teacher.</summary>
    public required IModel Model { get; init; }

    /// <summary>Names of the splits to train on, joined in this order; examples without a label are passed over.</summary>
    [System.ComponentModel.DataAnnotations.MinLength(1)]
    public IReadOnlyList<string> On { get; init; } = ["train"];
}
