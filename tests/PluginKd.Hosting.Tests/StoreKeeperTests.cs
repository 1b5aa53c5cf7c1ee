namespace PluginKd.Hosting.Tests;

/// <summary>What clearing takes away of runs that were killed, and what it leaves for those that go on.</summary>
public sealed class StoreKeeperTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Half_made_files_go_and_young_checkpoints_stay()
    {
        foreach (var file in new[] { "one/made/x", "two/made/x", "two/scratch/x", "two/checkpoints/x", "two/metrics.jsonl", "three/metrics.jsonl", "damaged-4/x", "two.lock" })
            _folder.File($".kd/store/work/{file}", "x");

        Prune(_ => false);

        Assert.Equal(["two/checkpoints/x", "two/metrics.jsonl"], Files("store/work"));
    }

    [Fact]
    public void A_checkpoint_is_as_old_as_its_last_writing()
    {
        _folder.File(".kd/store/work/one/checkpoints/x", "x");
        Directory.SetLastWriteTimeUtc(Path.Combine(_folder.Path, ".kd/store/work/one"), DateTime.UnixEpoch);
        Prune(result => result.Used < DateTime.UnixEpoch.AddDays(1));
        Assert.Equal(["one/checkpoints/x"], Files("store/work"));
    }

    [Fact]
    public void The_store_of_a_fresh_run_that_was_killed_goes_and_one_that_is_held_stays()
    {
        _folder.File(".kd/fresh-1/artifacts/x", "x");
        _folder.File(".kd/fresh-2/artifacts/x", "x");
        using (FileLock.TryShare(Path.Combine(_folder.Path, ".kd", "fresh-2", "use.lock"))) Prune(_ => false);
        Assert.Equal(["fresh-2/artifacts/x", "fresh-2/use.lock"], Files(""));
    }

    [Fact]
    public void A_dry_run_takes_nothing_away()
    {
        _folder.File(".kd/fresh-1/artifacts/x", "x");
        _folder.File(".kd/store/work/one/made/x", "x");
        new StoreKeeper(_folder.Path).Prune(_ => true, isDry: true);
        Assert.Contains("fresh-1/artifacts/x", Files(""));
        Assert.Contains("one/made/x", Files("store/work"));
    }

    [Fact]
    public void A_record_that_says_a_thing_twice_is_damaged()
    {
        _folder.File(".kd/store/artifacts/aa/aa11/artifact.json", """{ "key": "aa11", "files": { "a": 1, "a": 2 }, "seal": "" }""");
        Assert.NotNull(Assert.Single(new StoreKeeper(_folder.Path).Verify()).Damage);
    }

    [Fact]
    public void Folders_that_are_no_results_are_passed_over()
    {
        foreach (var name in new[] { "odd/x", "ab/cdef", "x/x" }) _folder.File($".kd/store/artifacts/{name}/file", "x");
        Prune(_ => true);
        Assert.Empty(new StoreKeeper(_folder.Path).Verify());
        Assert.Equal(["ab/cdef/file", "odd/x/file", "x/x/file"], Files("store/artifacts"));
    }

    private void Prune(Func<StoredResult, bool> isOld) => new StoreKeeper(_folder.Path).Prune(isOld, isDry: false);

    private string[] Files(string under)
    {
        var at = Path.Combine(_folder.Path, ".kd", under);
        return [.. Directory.EnumerateFiles(at, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(at, file)).Order(StringComparer.Ordinal)];
    }
}
