namespace PluginKd.Hosting;

/// <summary>Finds the folder of an earlier run by what a setting says: a path, the name of a run, or <c>latest</c>.</summary>
/// <param name="project">Folder in which <c>.kd</c> lies.</param>
/// <param name="pipeline">Name of the pipeline that asks: its own runs are not what <c>latest</c> means, or a run would teach its own next one.</param>
internal sealed class NamedRuns(string project, string pipeline)
{
    /// <summary>Word for the newest finished run of a pipeline of another name; <c>./latest</c> is a folder.</summary>
    public const string Latest = "latest";

    private const int MostListed = 5;

    /// <summary>The newest runs, for people.</summary>
    public string Newest => string.Join(", ", EarlierRuns.Folders(project).Take(MostListed).Select(Path.GetFileName)) is { Length: > 0 } names ? names : "none yet";

    /// <summary>Finds the folder.</summary>
    /// <param name="text">What the setting says.</param>
    /// <param name="path">The same as an absolute path.</param>
    /// <param name="place">Place of the setting.</param>
    /// <returns>An absolute path; where nothing is called so, <paramref name="path"/>.</returns>
    /// <exception cref="UserErrorException">There is no finished run of another pipeline.</exception>
    public string Find(string text, string path, string place)
    {
        if (text == Latest)
            return LatestFolder() ?? throw new UserErrorException("no run of another pipeline has come to its end", $"one in {Path.Combine(project, ".kd", "runs")} (there are: {Newest})", place,
                "run the pipeline of the teacher first, or give the folder of a run");
        var named = Path.Combine(project, ".kd", "runs", text);
        return !Directory.Exists(path) && Path.GetFileName(text) == text && Directory.Exists(named) ? Path.GetFullPath(named) : path;
    }

    // The record says "running" until the end: neither the run that asks nor one beside it is found.
    private string? LatestFolder() => EarlierRuns.Folders(project).Select(Path.GetFullPath).FirstOrDefault(folder =>
        EarlierRuns.Read(Path.Combine(folder, "record.json")) is { } record && EarlierRuns.Text(record["status"]) == "complete"
        && EarlierRuns.Text(record["pipeline"]) is { } other && other != pipeline);
}
