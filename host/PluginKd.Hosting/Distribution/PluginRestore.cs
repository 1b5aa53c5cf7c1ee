namespace PluginKd.Hosting;

/// <summary>Brings the user's store to what a project's lock file names: the same bytes on every machine.</summary>
/// <param name="projectFolder">Folder of <c>kd.lock.json</c>.</param>
/// <param name="store">The user's store.</param>
public sealed class PluginRestore(string projectFolder, PluginStore store)
{
    private readonly string _file = Path.Combine(projectFolder, PluginLock.FileName);

    /// <summary>Fetches what is pinned and not there. Whatever a feed gives must be the pinned bytes.</summary>
    /// <param name="locked">Mend nothing: a damaged copy, an unpinned plugin in <c>.kd/plugins</c> or a lock file changed by hand ends it.</param>
    /// <param name="feed">Where to look.</param>
    /// <returns>What was fetched.</returns>
    /// <exception cref="UserErrorException">Something cannot be had, is other than pinned, or <paramref name="locked"/> forbids to mend it.</exception>
    public IReadOnlyList<PluginPin> Run(bool locked, PackageFeed feed)
    {
        if (locked && !File.Exists(_file))
            throw new UserErrorException($"there is no {PluginLock.FileName}", "the lock file of the project, committed with it", projectFolder,
                "change to the project's folder, or pin its plugins: dotnet kd plugins add ID");
        var pins = PluginLock.Read(projectFolder);
        var own = OwnPlugins(pins);
        if (locked) RequireNoDifference(pins, own);
        var fetched = new List<PluginPin>();
        foreach (var pin in pins.Plugins.Where(pin => !own.ContainsKey(pin.Content) && !store.IsIntact(pin)))
        {
            new PluginInstaller(projectFolder, store).Restore(pin, feed);
            fetched.Add(pin);
        }

        string FolderOf(PluginPin pin) => own.GetValueOrDefault(pin.Content) ?? store.FolderOf(pin);
        var right = new PluginLock(pins.Plugins.Select(pin => PluginPin.Of(PluginManifest.Read(FolderOf(pin)), pin.Source)));
        if (File.Exists(_file) && File.ReadAllText(_file).ReplaceLineEndings("\n") != right.ToText()) Mend(right, locked);
        return fetched;
    }

    /// <summary>Folders of <c>.kd/plugins</c> by what is in them; they go before the store.</summary>
    private Dictionary<string, string> OwnPlugins(PluginLock pins) => Own(pins)
        .Select(plugin => (Content: ContentHash.Of(plugin.Folder), plugin.Folder))
        .DistinctBy(plugin => plugin.Content).ToDictionary(plugin => plugin.Content, plugin => plugin.Folder);

    private IEnumerable<PluginManifest> Own(PluginLock pins)
    {
        var catalog = PluginCatalog.Discover([new PluginRoot(Path.Combine(projectFolder, ".kd", "plugins"), PluginRootKind.Project, pins)]);
        return catalog.Packages.Concat(catalog.Shadowed.Select(shadowed => shadowed.Hidden));
    }

    private void RequireNoDifference(PluginLock pins, Dictionary<string, string> own)
    {
        foreach (var plugin in Own(pins)) PluginPinning.Require(plugin);
        foreach (var pin in pins.Plugins.Where(pin => !own.ContainsKey(pin.Content) && store.Has(pin) && !store.IsIntact(pin)))
            throw new UserErrorException($"plugin '{pin.Id}' {pin.Version} in the store was changed",
                $"content {ContentHash.Short(pin.Content)}…, which {PluginLock.FileName} pins",
                store.FolderOf(pin), "to get the pinned bytes again: dotnet kd plugins restore (without --locked)")
            {
                Kind = UserErrorKind.Plugin,
                Why = "nobody knows what other bytes do",
            };
    }

    private void Mend(PluginLock right, bool locked)
    {
        if (locked)
            throw new UserErrorException($"{PluginLock.FileName} was changed by hand: it is not what `dotnet kd plugins` writes for the plugins that it names", "the file as it was written", _file,
                "type dotnet kd plugins restore (without --locked), look at the difference and commit it")
            {
                Kind = UserErrorKind.Plugin,
            };
        right.Write(projectFolder);
    }
}
