using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;

namespace PluginKd.Hosting.Tests;

/// <summary>A damaged result goes only by the hand of who has the right to make it again.</summary>
public sealed class ArtifactStoreTests : IDisposable
{
    private static readonly string Key = new('a', 64);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_damaged_result_stays_while_another_run_makes_it_anew_and_what_that_makes_is_found()
    {
        using var mine = Store();
        Damage(mine);
        using var other = Store();
        using (var work = other.Begin(Key, "data", CancellationToken.None))
        {
            Assert.Null(mine.Find(Key));
            Assert.True(mine.Has(Key));
            Assert.Null(other.Find(Key, isHeld: true));
            Assert.False(mine.Has(Key));
            Make(work);
        }

        Assert.Equal("whole", File.ReadAllText(mine.Find(Key)!.File("x")));
    }

    [Fact]
    public void A_damaged_result_that_nobody_makes_goes()
    {
        using var store = Store();
        Damage(store);
        Assert.Null(store.Find(Key));
        Assert.False(store.Has(Key));
        Assert.Empty(Directory.EnumerateDirectories(store.Folder.Work));
    }

    private ArtifactStore Store() => ArtifactStore.Open(_folder.Path, NullLogger.Instance);

    private void Damage(ArtifactStore store)
    {
        using (var maker = Store())
        using (var work = maker.Begin(Key, "data", CancellationToken.None)) Make(work);
        File.WriteAllText(Path.Combine(store.Folder.Artifact(Key), "x"), "other");
    }

    private static void Make(WorkFolder work)
    {
        File.WriteAllText(work.File("x"), "whole");
        work.Finish("data", "p", new JsonObject(), "", TimeSpan.Zero, DateTimeOffset.UnixEpoch);
    }
}
