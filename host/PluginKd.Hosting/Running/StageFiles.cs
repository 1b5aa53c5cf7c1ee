namespace PluginKd.Hosting;

/// <summary>Folders of one stage in the folder of its run.</summary>
internal sealed class StageFiles(string run, string stage) : IStageFiles, IDisposable
{
    private readonly string _scratch = Path.Combine(run, $".{stage}.scratch");
    private readonly string _unfinished = Path.Combine(run, $".{stage}{AtomicFile.Unfinished}");

    /// <inheritdoc />
    public string Scratch() => Directory.CreateDirectory(_scratch).FullName;

    /// <inheritdoc />
    public string Artifact(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name != Path.GetFileName(name) || name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0) throw new ArgumentException($"'{name}' is no file name", nameof(name));
        return Path.Combine(Directory.CreateDirectory(_unfinished).FullName, name);
    }

    /// <summary>Gives the artifacts their name: the stage has ended well.</summary>
    public void Keep()
    {
        if (Directory.Exists(_unfinished)) Directory.Move(_unfinished, Path.Combine(run, stage));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var folder in new[] { _scratch, _unfinished })
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
