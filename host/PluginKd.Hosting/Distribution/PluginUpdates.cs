namespace PluginKd.Hosting;

/// <summary>Compares what is pinned with the newest in the feeds; changes nothing.</summary>
public static class PluginUpdates
{
    /// <summary>Asks the feeds for each plugin.</summary>
    /// <param name="pins">The project's lock file.</param>
    /// <param name="prerelease">Whether prereleases count; they do for a plugin that is pinned at one.</param>
    /// <param name="feed">Where to look.</param>
    /// <exception cref="UserErrorException">No feed can be asked.</exception>
    public static IReadOnlyList<PluginUpdate> Find(PluginLock pins, bool prerelease, PackageFeed feed) => [.. pins.Plugins.Select(pin =>
    {
        var versions = feed.Versions(pin.Id);
        var newest = PackageVersions.Newest(versions.Keys, prerelease || PackageVersions.IsPrerelease(pin.Version));
        return new PluginUpdate(pin, newest, newest is null ? null : versions[newest], newest is not null && PackageVersions.Compare(newest, pin.Version) > 0);
    })];
}

/// <summary>A pinned plugin beside the newest in the feeds.</summary>
/// <param name="Pin">What is pinned.</param>
/// <param name="Newest">The newest version, or null when no feed has the plugin.</param>
/// <param name="Source">The feed that has it.</param>
/// <param name="IsNewer">Whether it is newer than the pinned one.</param>
public sealed record PluginUpdate(PluginPin Pin, string? Newest, string? Source, bool IsNewer);
