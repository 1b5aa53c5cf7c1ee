namespace PluginKd.Teachers;

/// <summary>Which student of which earlier run is the teacher.</summary>
public sealed record PreviousTeacherSettings
{
    /// <summary>Architecture of that student, with its settings; without it the one that the file says.</summary>
    [KdModelOf(nameof(File))]
    public required IModel Model { get; init; }

    /// <summary>The run: its folder, relative to the pipeline file; its name in .kd/runs; or latest, the newest finished run of a pipeline of another name.</summary>
    [KdPath(IsRun = true)]
    public required string Run { get; init; }

    /// <summary>File of the network in it: student.safetensors, or that of a teacher or baseline.</summary>
    [KdPath(In = nameof(Run))]
    public string File { get; init; } = "student.safetensors";
}
