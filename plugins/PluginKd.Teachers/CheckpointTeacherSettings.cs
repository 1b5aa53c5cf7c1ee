namespace PluginKd.Teachers;

/// <summary>Which model to make and which file holds its weights.</summary>
public sealed record CheckpointTeacherSettings
{
    /// <summary>Architecture of the teacher, with the settings that the weights were made with.</summary>
    public required IModel Model { get; init; }

    /// <summary>The safetensors file, relative to the pipeline file.</summary>
    [KdPath]
    public required string Path { get; init; }

    /// <summary>What stands before the names of the model's weights in the file, such as <c>module.</c>; tensors without it are passed over.</summary>
    public string Prefix { get; init; } = "";
}
