namespace PluginKd.Teachers;

/// <summary>Which student of which earlier run is the teacher.</summary>
public sealed record PreviousTeacherSettings
{
    /// <summary>Architecture of that student, with its settings; its run's pipeline.json has them.</summary>
    public required IModel Model { get; init; }

    /// <summary>Folder of the run, such as .kd/runs and its name, relative to the pipeline file.</summary>
    [KdPath]
    public required string Run { get; init; }

    /// <summary>File of the network in it: student.safetensors, or that of a teacher or baseline.</summary>
    [KdPath(In = nameof(Run))]
    public string File { get; init; } = "student.safetensors";
}
