namespace PluginKd.Hosting;

/// <summary>A plugin that was unpacked under a passing name and found good; gone when disposed, unless the store kept it.</summary>
internal sealed class UnpackedPlugin : IDisposable
{
    private UnpackedPlugin(string folder, PluginManifest manifest, PluginPin pin) => (Folder, Manifest, Pin) = (folder, manifest, pin);

    /// <summary>Where it lies for now.</summary>
    public string Folder { get; }

    /// <summary>What it says of itself.</summary>
    public PluginManifest Manifest { get; }

    /// <summary>What the lock file would say of it.</summary>
    public PluginPin Pin { get; }

    /// <summary>Fills a folder and checks what came out.</summary>
    /// <param name="store">Where it would be kept.</param>
    /// <param name="source">Name of the feed.</param>
    /// <param name="shown">Where it comes from, for messages.</param>
    /// <param name="fill">Writes the files.</param>
    /// <param name="check">Looks at what else must hold.</param>
    public static UnpackedPlugin Make(PluginStore store, string source, string shown, Action<string> fill, Action<PluginManifest>? check = null)
    {
        var folder = store.NewFolder();
        try
        {
            fill(folder);
            var manifest = PluginFolder.Check(folder, shown);
            check?.Invoke(manifest with { Folder = shown });
            return new UnpackedPlugin(folder, manifest with { Folder = shown }, PluginPin.Of(manifest, source));
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
