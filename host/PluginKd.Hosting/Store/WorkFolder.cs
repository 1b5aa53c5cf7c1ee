namespace PluginKd.Hosting;

/// <summary>Where one result is made: its files, its checkpoints, its numbers. Outlives a kill, so that the next run goes on from it.</summary>
internal sealed class WorkFolder : IDisposable
{
    private static readonly string[] HalfMade = ["made", "scratch"];

    private readonly ArtifactStore _store;
    private readonly string _key;
    private readonly string _path;
    private readonly IDisposable _hold;

    public WorkFolder(ArtifactStore store, string key, IDisposable hold)
    {
        (_store, _key, _hold, _path) = (store, key, hold, store.Folder.WorkOf(key));
        // Half-made files of a killed run are of no use; its checkpoints are.
        foreach (var stale in new[] { Made, Scratch }.Where(Directory.Exists)) Directory.Delete(stale, recursive: true);
        Directory.CreateDirectory(Made);
    }

    /// <summary>Whether somebody can go on from what lies in a folder that nobody holds.</summary>
    public static bool HasCheckpoints(string folder) => Directory.Exists(Path.Combine(folder, "checkpoints"));

    /// <summary>Takes away what is half-made in a folder that nobody holds.</summary>
    public static void KeepCheckpoints(string folder)
    {
        foreach (var name in HalfMade.Select(name => Path.Combine(folder, name)).Where(Directory.Exists)) Directory.Delete(name, recursive: true);
    }

    /// <summary>Files of the result.</summary>
    public string Made => Path.Combine(_path, "made");

    /// <summary>Files that nobody needs afterwards.</summary>
    public string Scratch => Path.Combine(_path, "scratch");

    /// <summary>Checkpoints of the stage.</summary>
    public string Checkpoints => Path.Combine(_path, "checkpoints");

    /// <summary>Numbers that the stage keeps.</summary>
    public string Metrics => Path.Combine(_path, "metrics.jsonl");

    /// <summary>Gives the path of a file of the result.</summary>
    public string File(string name) => Path.Combine(Made, name);

    /// <summary>The result is whole: it gets its name, and the work folder goes.</summary>
    public Artifact Finish(string stage, string pipeline, System.Text.Json.Nodes.JsonObject made, string summary, TimeSpan elapsed, DateTimeOffset at)
    {
        // A copy: killed from here on, the next run goes on from the checkpoints, and these count on the numbers.
        if (new FileInfo(Metrics) is { Exists: true, Length: > 0 }) System.IO.File.Copy(Metrics, File("metrics.jsonl"));
        var files = new Dictionary<string, ArtifactFile>();
        foreach (var file in Directory.EnumerateFiles(Made, "*", SearchOption.AllDirectories))
        {
            DurableFile.Flush(file);
            files[Path.GetRelativePath(Made, file).Replace('\\', '/')] = new ArtifactFile(new FileInfo(file).Length, ContentHash.OfFile(file));
        }

        var record = new ArtifactRecord(_key, stage, pipeline, made, files, summary, Math.Round(elapsed.TotalSeconds, 3), Environment.WorkingSet, at);
        record.Write(Made);
        DurableFile.Flush(File(ArtifactRecord.FileName));
        var artifact = _store.Add(Made, record);
        Directory.Delete(_path, recursive: true);
        return artifact;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (Directory.Exists(Scratch)) Directory.Delete(Scratch, recursive: true);
        if (Directory.Exists(Made)) Directory.Delete(Made, recursive: true);
        // Numbers are of use to those who go on from a checkpoint.
        if (!Directory.Exists(Checkpoints) && System.IO.File.Exists(Metrics)) System.IO.File.Delete(Metrics);
        if (Directory.Exists(_path) && !Directory.EnumerateFileSystemEntries(_path).Any()) Directory.Delete(_path);
        _hold.Dispose();
    }
}
