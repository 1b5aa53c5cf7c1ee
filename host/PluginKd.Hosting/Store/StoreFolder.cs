namespace PluginKd.Hosting;

/// <summary>Where the parts of a store lie.</summary>
/// <param name="Path">Such as <c>.kd/store</c>.</param>
internal sealed record StoreFolder(string Path)
{
    private const string FreshName = "fresh-";

    /// <summary>That of a project, for all of its runs.</summary>
    public static StoreFolder Of(string project) => new(System.IO.Path.Combine(project, ".kd", "store"));

    /// <summary>A new one for a run that neither uses nor changes the project's.</summary>
    public static StoreFolder NewFresh(string project) => new(System.IO.Path.Combine(project, ".kd", $"{FreshName}{Guid.NewGuid():N}"));

    /// <summary>Those of such runs, which may have been killed.</summary>
    public static IEnumerable<StoreFolder> Fresh(string project) => System.IO.Path.Combine(project, ".kd") is var folder && Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder, $"{FreshName}*").Select(path => new StoreFolder(path))]
        : [];

    /// <summary>Finished results, each in a folder named by its key.</summary>
    public string Artifacts => System.IO.Path.Combine(Path, "artifacts");

    /// <summary>Results in the making, each in a folder named by its key.</summary>
    public string Work => System.IO.Path.Combine(Path, "work");

    /// <summary>Held by every run that uses the store.</summary>
    public string UseLock => System.IO.Path.Combine(Path, "use.lock");

    public string Artifact(string key) => System.IO.Path.Combine(Artifacts, key[..2], key);

    public string WorkOf(string key) => System.IO.Path.Combine(Work, key);

    public string LockOf(string key) => System.IO.Path.Combine(Work, $"{key}.lock");
}
