namespace PluginKd.Hosting;

/// <summary>Says why a plugin is the one that runs: from which root, by which rule, and what it hides.</summary>
/// <param name="Package">The package that is used.</param>
/// <param name="Pin">Its entry in the lock file, if any.</param>
/// <param name="Hides">Folders of packages and plugins of the same id that are not used.</param>
public sealed record PluginOrigin(PluginManifest Package, PluginPin? Pin, IReadOnlyList<string> Hides)
{
    /// <summary>Finds packages by their own id or by the id of something that they offer.</summary>
    /// <param name="id">Such as <c>acme.softkl</c> or <c>soft-target</c>.</param>
    /// <param name="catalog">All that is present.</param>
    /// <param name="pins">The project's lock file.</param>
    /// <param name="store">The user's store.</param>
    /// <exception cref="UserErrorException">Nothing of that name is used here; the message says where it lies, if it does.</exception>
    public static IReadOnlyList<PluginOrigin> Find(string id, PluginCatalog catalog, PluginLock pins, PluginStore store)
    {
        bool IsIt(PluginManifest package) => package.Id.Equals(id, StringComparison.OrdinalIgnoreCase);
        var used = catalog.Packages.Where(package => IsIt(package) || catalog.Provided.Any(p => p.Id == id && p.Package.Folder == package.Folder)).ToList();
        if (used.Count == 0) throw Absent(id, catalog, store);
        return [.. used.Select(package => new PluginOrigin(package, pins.Find(package.Id),
        [
            .. catalog.Shadowed.Where(s => s.Used.Folder == package.Folder).Select(s => $"{s.Hidden.Id} {s.Hidden.Version} in {s.Hidden.Folder}"),
            .. catalog.Hidden.Where(h => catalog.Find(h.Kind, h.Id)!.Package.Folder == package.Folder).Select(
                h => $"{h.Kind} {h.Id} of {h.Package.Id} {h.Package.Version} in {h.Package.Folder}"),
        ]))];
    }

    /// <summary>The rule of its root, in words.</summary>
    public string Rule => Package.Root?.Kind switch
    {
        PluginRootKind.Project or PluginRootKind.Store when Pin is not null => $"runs because {PluginLock.FileName} pins its content; other bytes are refused",
        PluginRootKind.Project or PluginRootKind.Store => $"is refused: {PluginLock.FileName} does not pin it (dotnet kd plugins add {Words.Typed(Package.Folder)})",
        PluginRootKind.Bundled => "runs because it came with this host, whose version pins it",
        _ => "runs because you named its folder; nothing pins it",
    };

    /// <summary>Where its bytes are decided on, in words.</summary>
    public string Pinning => (Package.Root?.Kind, Pin) switch
    {
        (PluginRootKind.Project or PluginRootKind.Store, { } pin) => $"{PluginLock.FileName}: {pin.Id} {pin.Version}, content {pin.Content}, from {pin.Source}",
        (PluginRootKind.Bundled, _) => "by the version of this host",
        (_, { } pin) => $"nowhere; {PluginLock.FileName} pins {pin.Version}, which is not the one that runs",
        _ => "nowhere",
    };

    private static UserErrorException Absent(string id, PluginCatalog catalog, PluginStore store)
    {
        if (catalog.Missing.FirstOrDefault(pin => pin.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is { } missing)
            return new UserErrorException($"'{missing.Id}' {missing.Version} is pinned by {PluginLock.FileName} and is not in the store",
                "what the lock file names", store.FolderOf(missing), "dotnet kd plugins restore")
            {
                Kind = UserErrorKind.Plugin,
            };
        var unpinned = store.ReadAll().FirstOrDefault(p => p.Id.Equals(id, StringComparison.OrdinalIgnoreCase)
            || p.Provides.Any(provided => provided.Id == id));
        if (unpinned is not null)
            return new UserErrorException($"'{id}' lies in the store ({unpinned.Id} {unpinned.Version}) and is not used here",
                $"an entry in this project's {PluginLock.FileName}", unpinned.Folder,
                $"dotnet kd plugins add {Words.Typed(unpinned.Folder)}");
        var known = catalog.Packages.Select(p => p.Id).Concat(catalog.Provided.Select(p => p.Id)).Distinct().ToList();
        return new UserErrorException($"there is no plugin '{id}'", "the id of a plugin or of a package that is present", "plugins why",
            NearestName.Hint(id, known));
    }
}
