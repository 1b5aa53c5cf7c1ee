namespace PluginKd.Hosting;

/// <summary>Lists, checks and clears the store of a project.</summary>
/// <param name="project">Folder in which <c>.kd</c> lies.</param>
public sealed class StoreKeeper(string project)
{
    private readonly StoreFolder _folder = StoreFolder.Of(project);

    /// <summary>Where the store lies.</summary>
    public string Folder => _folder.Path;

    /// <summary>Lists the results, the largest first; what cannot be read is listed as damaged.</summary>
    public IReadOnlyList<StoredResult> List() => [.. Keys().Select(Look).OrderByDescending(r => r.Bytes)];

    /// <summary>Hashes every file of every result.</summary>
    /// <returns>The results with what is wrong, if anything.</returns>
    public IReadOnlyList<StoredResult> Verify() => [.. List().Select(result => result with
    {
        Damage = result.Damage ?? new Artifact(_folder.Artifact(result.Key), ArtifactRecord.Read(_folder.Artifact(result.Key))).FindDamage(),
    })];

    /// <summary>Deletes results that nobody used for a while, damaged ones, and what interrupted runs left; of these, checkpoints stay while they are young.</summary>
    /// <param name="isOld">Says which results are to go.</param>
    /// <param name="isDry">Whether to delete nothing.</param>
    /// <returns>What went, or would go.</returns>
    /// <exception cref="UserErrorException">A run uses the store.</exception>
    public IReadOnlyList<StoredResult> Prune(Func<StoredResult, bool> isOld, bool isDry)
    {
        if (!isDry) ClearFresh();
        if (!Directory.Exists(_folder.Path)) return [];
        using var alone = FileLock.TryTake(_folder.UseLock) ?? throw new UserErrorException("a run uses the store", "a store that no run uses", _folder.Path, "wait until it has ended: `dotnet kd status`");
        // Only the hash shows most damage.
        var gone = Verify().Where(result => result.Damage is not null || isOld(result)).ToList();
        if (isDry) return gone;
        foreach (var result in gone) Directory.Delete(_folder.Artifact(result.Key), recursive: true);
        var keys = Keys().ToHashSet();
        foreach (var work in Directory.Exists(_folder.Work) ? Directory.EnumerateFileSystemEntries(_folder.Work).ToList() : [])
        {
            // Young checkpoints are of use to the next run, unless the result is there.
            if (File.Exists(work)) File.Delete(work);
            else if (keys.Contains(Path.GetFileName(work)) || !WorkFolder.HasCheckpoints(work) || isOld(new StoredResult(Path.GetFileName(work), "work", "", 0, 0, LastWritten(work), null)))
                Directory.Delete(work, recursive: true);
            else WorkFolder.KeepCheckpoints(work);
        }

        return gone;
    }

    /// <summary>Deletes the stores of single runs that were killed: nobody looks there again.</summary>
    private void ClearFresh()
    {
        foreach (var store in StoreFolder.Fresh(project))
        {
            if (FileLock.TryTake(store.UseLock) is not { } alone) continue;
            using (alone) Directory.Delete(store.Path, recursive: true);
        }
    }

    private static DateTime LastWritten(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(File.GetLastWriteTimeUtc).Append(Directory.GetLastWriteTimeUtc(folder)).Max();

    private IEnumerable<string> Keys() => Directory.Exists(_folder.Artifacts)
        // What somebody else put there is no result.
        ? Directory.EnumerateDirectories(_folder.Artifacts).SelectMany(Directory.EnumerateDirectories).Select(folder => (Folder: folder, Key: Path.GetFileName(folder)))
            .Where(found => found.Key.Length > 2 && _folder.Artifact(found.Key) == found.Folder).Select(found => found.Key)
        : [];

    private StoredResult Look(string key)
    {
        var folder = _folder.Artifact(key);
        try
        {
            var record = ArtifactRecord.Read(folder);
            return new StoredResult(key, record.Stage, record.Pipeline, record.Bytes, record.Seconds, File.GetLastWriteTimeUtc(Path.Combine(folder, ArtifactRecord.FileName)), null);
        }
        catch (InvalidDataException error)
        {
            return new StoredResult(key, "?", "?", new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length), 0, Directory.GetLastWriteTimeUtc(folder), error.Message);
        }
    }
}

/// <summary>A result in the store.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Stage">Stage that made it.</param>
/// <param name="Pipeline">Pipeline that made it first.</param>
/// <param name="Bytes">Size of its files.</param>
/// <param name="Seconds">Time that its making took.</param>
/// <param name="Used">When it was last made or used, UTC.</param>
/// <param name="Damage">What is wrong with it, or null.</param>
public sealed record StoredResult(string Key, string Stage, string Pipeline, long Bytes, double Seconds, DateTime Used, string? Damage);
