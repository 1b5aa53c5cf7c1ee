namespace PluginKd.Hosting;

/// <summary>Puts plugins into the user's store and pins them in a project.</summary>
/// <param name="projectFolder">Folder of <c>kd.lock.json</c>.</param>
/// <param name="store">The user's store.</param>
public sealed class PluginInstaller(string projectFolder, PluginStore store)
{
    /// <summary>Adds a built plugin's folder.</summary>
    /// <param name="folder">With a manifest that its build wrote.</param>
    /// <exception cref="UserErrorException">It is no plugin, was changed after its build, or does not fit this host.</exception>
    public AddedPlugin AddFolder(string folder)
    {
        PluginFolder.Check(folder);
        return Add(PluginPin.FromFile, folder, target =>
        {
            foreach (var file in PluginFiles.In(folder).OrderBy(file => file == PluginManifest.FileName))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(target, file))!);
                File.Copy(Path.Combine(folder, file), Path.Combine(target, file));
            }
        });
    }

    /// <summary>Adds a package file.</summary>
    /// <param name="file">A <c>.nupkg</c> file.</param>
    /// <exception cref="UserErrorException">It is no plugin's package, or the plugin in it cannot be used.</exception>
    public AddedPlugin AddPackage(string file) => Pin(Unpack(file, PluginPin.FromFile, file));

    /// <summary>Adds a plugin from a feed.</summary>
    /// <param name="id">Id of the package.</param>
    /// <param name="version">Exact version, or null for the newest.</param>
    /// <param name="prerelease">Whether the newest may be a prerelease.</param>
    /// <param name="feed">Where to look.</param>
    /// <exception cref="UserErrorException">No feed has it, or the plugin in it cannot be used.</exception>
    public AddedPlugin AddFromFeed(string id, string? version, bool prerelease, PackageFeed feed)
    {
        var (chosen, source) = FeedChoice.Of(id, version, prerelease, feed);
        return Pin(Fetch(id, chosen, source, feed));
    }

    /// <summary>Fetches what a project pins; pins nothing.</summary>
    /// <param name="pin">From the lock file.</param>
    /// <param name="feed">Where to look.</param>
    /// <exception cref="UserErrorException">No feed gives it, or gives it with another content.</exception>
    internal void Restore(PluginPin pin, PackageFeed feed)
    {
        var versions = feed.Versions(pin.Id);
        var version = versions.Keys.FirstOrDefault(version => PackageVersions.Compare(version, pin.Version) == 0) ?? throw InNoFeed(pin);
        using var fetched = Fetch(pin.Id, version, versions[version], feed);
        if (fetched.Pin.Content != pin.Content)
            throw PluginRefusal.Of(fetched.Manifest, $"has content {ContentHash.Short(fetched.Pin.Content)}…",
                $"content {ContentHash.Short(pin.Content)}…, which {PluginLock.FileName} pins",
                "somebody published other bytes under the same version",
                $"ask the plugin's author; to take the new bytes on purpose: dotnet kd plugins add {pin.Id}@{pin.Version}");
        store.Keep(fetched.Folder, fetched.Pin);
    }

    private UserErrorException InNoFeed(PluginPin pin)
    {
        var source = pin.Source == PluginPin.FromFile ? "a file or folder of the person who added it" : $"'{pin.Source}'";
        return new UserErrorException($"no feed has '{pin.Id}' {pin.Version}, which {PluginLock.FileName} pins", $"the package in a feed (it came from {source})",
            Path.Combine(projectFolder, PluginLock.FileName),
            "put the package into a feed of nuget.config, or name its folder: dotnet kd plugins restore --source FOLDER; "
            + "or add the same bytes by hand: dotnet kd plugins add FILE.nupkg")
        {
            Kind = UserErrorKind.Plugin,
        };
    }

    private UnpackedPlugin Fetch(string id, string version, string source, PackageFeed feed)
    {
        var download = Directory.CreateTempSubdirectory("kd-fetch-").FullName;
        try
        {
            return Unpack(feed.Fetch(id, version, download), source,
                source == PluginPin.FromFile ? $"{id} {version} in the named feed" : $"{id} {version} in feed '{source}'");
        }
        finally
        {
            Directory.Delete(download, recursive: true);
        }
    }

    private UnpackedPlugin Unpack(string file, string source, string shown)
    {
        var described = (Id: "", Version: "");
        return UnpackedPlugin.Make(store, source, shown, target => described = new PluginArchive(file, shown).Unpack(target),
            manifest =>
            {
                if (!manifest.Id.Equals(described.Id, StringComparison.OrdinalIgnoreCase)
                    || PackageVersions.Compare(manifest.Version, described.Version) != 0)
                    throw PluginRefusal.Of(manifest, $"lies in a package that calls itself '{described.Id}' {described.Version}", "one name for both",
                        "the lock file would name the wrong one",
                        "ask the plugin's author for a package made by `dotnet kd plugins pack`");
            });
    }

    private AddedPlugin Add(string source, string shown, Action<string> fill) => Pin(UnpackedPlugin.Make(store, source, shown, fill));

    private AddedPlugin Pin(UnpackedPlugin plugin)
    {
        using (plugin)
        {
            // The lock is read first: a damaged one must not cost what was installed.
            var pins = PluginLock.Read(projectFolder);
            var folder = store.Keep(plugin.Folder, plugin.Pin);
            pins.With(plugin.Pin).Write(projectFolder);
            return new AddedPlugin(plugin.Pin, pins.Find(plugin.Pin.Id), folder, [.. plugin.Manifest.Provides.Select(p => $"{p.Kind} {p.Id}")]);
        }
    }
}

/// <summary>What was added.</summary>
/// <param name="Pin">As it stands in the lock file now.</param>
/// <param name="Before">What stood there before, if anything.</param>
/// <param name="Folder">Where it lies in the store.</param>
/// <param name="Provides">Kind and id of what it offers to pipelines.</param>
public sealed record AddedPlugin(PluginPin Pin, PluginPin? Before, string Folder, IReadOnlyList<string> Provides);
