namespace PluginKd.Hosting;

/// <summary>Folders of one stage: files that stay lie with its result, scratch goes with its work folder.</summary>
internal sealed class StageFiles(WorkFolder work) : IStageFiles
{
    /// <summary>Where files of the stage lie within its result.</summary>
    public const string Folder = "files";

    /// <inheritdoc />
    public string Scratch() => Directory.CreateDirectory(work.Scratch).FullName;

    /// <inheritdoc />
    public string Artifact(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name != Path.GetFileName(name) || name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0) throw new ArgumentException($"'{name}' is no file name", nameof(name));
        return Path.Combine(Directory.CreateDirectory(work.File(Folder)).FullName, name);
    }
}
