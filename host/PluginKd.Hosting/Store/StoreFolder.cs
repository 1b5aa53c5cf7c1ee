namespace PluginKd.Hosting;

/// <summary>Where the parts of a store lie.</summary>
/// <param name="Path">Such as <c>.kd/store</c>.</param>
internal sealed record StoreFolder(string Path)
{
    /// <summary>What the name of a store begins with that lasts as long as its run.</summary>
    public const string Fresh = "fresh-";

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
