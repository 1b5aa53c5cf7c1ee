namespace PluginKd.Hosting;

/// <summary>Chooses the version to fetch, and says what there is when the wanted one is not.</summary>
internal static class FeedChoice
{
    /// <summary>Gives a version that a feed has, and the feed's name.</summary>
    public static (string Version, string Source) Of(string id, string? version, bool prerelease, PackageFeed feed)
    {
        if (!PluginFolder.IsId(id))
            throw new UserErrorException($"'{id}' is no id of a package",
                "letters, digits and '_' with '.' or '-' between them; or a .nupkg file or a folder that is there", "plugins add",
                "correct the id or the path");
        if (version is not null && !PackageVersions.IsValid(version))
            throw new UserErrorException($"'{version}' is no version", "three numbers, such as 1.2.0 or 1.2.0-beta.1", "plugins add",
                $"leave it out for the newest: dotnet kd plugins add {id}");
        var versions = feed.Versions(id);
        if (versions.Count == 0) throw Unknown(id, feed);
        var chosen = version is null ? PackageVersions.Newest(versions.Keys, prerelease)
            : versions.Keys.FirstOrDefault(v => PackageVersions.Compare(v, version) == 0);
        if (chosen is not null) return (chosen, versions[chosen]);
        if (version is null)
            throw new UserErrorException($"'{id}' has prereleases only", "a release", "plugins add",
                $"type: dotnet kd plugins add {id} --prerelease; there are: {string.Join(", ", versions.Keys)}");
        var near = PackageVersions.Around(version, versions.Keys);
        throw new UserErrorException($"there is no version {version} of '{id}'", "a version that a feed has", "plugins add",
            $"the nearest versions: {string.Join(", ", near)}");
    }

    private static UserErrorException Unknown(string id, PackageFeed feed)
    {
        var meant = NearestName.Find(id, feed.Near(id));
        return new UserErrorException($"no feed has a package '{id}'", "the id of a package in the feeds of nuget.config, or in the one named with --source",
            "plugins add",
            $"{(meant is null ? "" : $"did you mean '{meant}'? ")}`dotnet nuget list source` shows the feeds; --source FOLDER_OR_URL names another");
    }
}
