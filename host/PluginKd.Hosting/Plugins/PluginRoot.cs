namespace PluginKd.Hosting;

/// <summary>The four places where plugins are looked for, in this order; each has a rule of its own.</summary>
public enum PluginRootKind
{
    /// <summary>Named with <c>--plugin-path</c>: runs as it is, with a word about it and a mark in the run's record.</summary>
    Development,

    /// <summary>The project's <c>.kd/plugins</c>: runs when the project's lock file pins its content.</summary>
    Project,

    /// <summary>The user's store: only what the project's lock file pins is seen at all.</summary>
    Store,

    /// <summary>Came with the host, whose version pins it.</summary>
    Bundled,
}

/// <summary>A place where plugins are looked for.</summary>
/// <param name="Folder">A plugin's folder or a folder of such.</param>
/// <param name="Kind">Which of the four.</param>
/// <param name="Lock">What may run from there.</param>
public sealed record PluginRoot(string Folder, PluginRootKind Kind, PluginLock Lock)
{
    /// <summary>Where it lies, in full.</summary>
    public string Folder { get; } = Path.GetFullPath(Folder);

    /// <summary>Whether it is a plugin's folder itself.</summary>
    internal bool HasManifest => File.Exists(Path.Combine(Folder, PluginManifest.FileName));

    /// <summary>The place in words.</summary>
    public string Describe() => Kind switch
    {
        PluginRootKind.Development => "a development path (--plugin-path)",
        PluginRootKind.Project => "the project's .kd/plugins",
        PluginRootKind.Store => "the user's store",
        _ => "what came with this host",
    };
}
