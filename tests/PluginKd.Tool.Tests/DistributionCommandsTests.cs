namespace PluginKd.Tool.Tests;

/// <summary><c>pack</c>, <c>verify</c>, <c>why</c>, <c>outdated</c>, <c>remove</c>.</summary>
public class DistributionCommandsTests
{
    [Fact]
    public async Task Pack_twice_gives_the_same_bytes_and_says_where_they_are()
    {
        using var machine = new Machine();
        var folder = machine.PluginIn("build");

        Assert.Equal("packed ./testplugins.good.0.1.0.nupkg\n", await machine.MustAsync("plugins", "pack", "build"));
        await machine.MustAsync("plugins", "pack", folder, "-o", "again/and");

        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(machine.Project.Path, "testplugins.good.0.1.0.nupkg")),
            await File.ReadAllBytesAsync(Path.Combine(machine.Project.Path, "again", "and", "testplugins.good.0.1.0.nupkg")));
    }

    [Fact]
    public async Task Pack_refuses_what_is_no_plugin_or_was_changed()
    {
        using var machine = new Machine();
        await File.AppendAllTextAsync(Path.Combine(machine.PluginIn("build"), "TestPlugins.Good.dll"), "x");
        var results = new[] { await machine.KdAsync("plugins", "pack", "nowhere"), await machine.KdAsync("plugins", "pack", "build") };
        Assert.Equal([2, 3], results.Select(result => result.ExitCode));
        Snapshot.Match(machine.Scrub(string.Join('\n', results.Select(result => result.Error))));
    }

    [Fact]
    public async Task Verify_lists_what_is_ok_changed_missing_or_not_pinned()
    {
        using var machine = new Machine();
        await machine.MustAsync("plugins", "add", machine.PluginIn("build"));
        var fine = (await machine.MustAsync("plugins", "verify")).Split('\n')[^3];
        Assert.Equal("ok         testplugins.good 0.1.0: the user's store", fine);

        machine.Project.CopyOf(Path.Combine(Places.TestPlugins, "TestPlugins.Throws"), ".kd/plugins/throws");
        await File.AppendAllTextAsync(Path.Combine(machine.Stored, "TestPlugins.Good.dll"), "x");
        var changed = await machine.KdAsync("plugins", "verify");
        Directory.Delete(machine.Store, recursive: true);
        var missing = await machine.KdAsync("plugins", "verify");

        Assert.Equal((3, 3), (changed.ExitCode, missing.ExitCode));
        Assert.EndsWith(" plugins, 2 not as pinned\n", changed.Output, StringComparison.Ordinal);
        Snapshot.Match(machine.Scrub(string.Join('\n', new[] { changed, missing }.SelectMany(r => r.Output.Split('\n')).Where(line => line.Contains("testplugins", StringComparison.Ordinal)))));
    }

    [Fact]
    public async Task Why_says_root_rule_version_pin_and_what_is_hidden()
    {
        using var machine = new Machine();
        await machine.PublishAsync("0.1.0");
        await machine.MustAsync("plugins", "add", "testplugins.good");
        machine.PluginIn("mine", "0.7.0");
        var pages = new List<string> { await machine.MustAsync("plugins", "why", "tiny"), await machine.MustAsync("plugins", "why", "testplugins.good", "--plugin-path", "mine") };
        await machine.MustAsync("plugins", "remove", "testplugins.good");
        pages.Add((await machine.KdAsync("plugins", "why", "tiny")).Error);

        Assert.Contains("runs because it came with this host, whose version pins it", await machine.MustAsync("plugins", "why", "soft-target"), StringComparison.Ordinal);
        Assert.Contains("did you mean 'soft-target'?", (await machine.KdAsync("plugins", "why", "soft-targte")).Error, StringComparison.Ordinal);
        Snapshot.Match(machine.Scrub(string.Join('\n', pages)));
    }

    [Fact]
    public async Task Outdated_names_the_newest_and_what_to_type()
    {
        using var machine = new Machine();
        Assert.Equal("no kd.lock.json pins anything here\n", await machine.MustAsync("plugins", "outdated"));
        await machine.PublishAsync("0.9.0", "0.10.0", "0.11.0-beta.1");
        await machine.MustAsync("plugins", "add", "testplugins.good@0.9.0");
        Assert.Equal("testplugins.good 0.9.0: 0.10.0 in team is newer (dotnet kd plugins add testplugins.good@0.10.0)\n", await machine.MustAsync("plugins", "outdated"));
        Assert.Contains("0.11.0-beta.1 in team is newer", await machine.MustAsync("plugins", "outdated", "--prerelease"), StringComparison.Ordinal);
        await machine.MustAsync("plugins", "add", "testplugins.good");
        Assert.Equal("testplugins.good 0.10.0: newest\n", await machine.MustAsync("plugins", "outdated"));
    }

    [Fact]
    public async Task Remove_unpins_keeps_the_bytes_and_says_so()
    {
        using var machine = new Machine();
        await machine.MustAsync("plugins", "add", machine.PluginIn("build"));
        var misspelt = await machine.KdAsync("plugins", "remove", "testplugins.godo");
        Assert.Equal(2, misspelt.ExitCode);
        Assert.Contains("did you mean 'testplugins.good'?", misspelt.Error, StringComparison.Ordinal);

        var output = await machine.MustAsync("plugins", "remove", "TestPlugins.Good");

        Assert.Equal($"kd.lock.json pins testplugins.good 0.1.0 no longer\nthe store keeps its files, for other projects: {machine.Stored}\n", output);
        Assert.Equal("{\n  \"version\": 1,\n  \"plugins\": []\n}\n", await File.ReadAllTextAsync(machine.LockFile));
    }

    [Fact]
    public async Task A_feed_that_cannot_be_reached_is_said_without_its_secrets()
    {
        using var machine = new Machine();
        var result = await machine.KdAsync("plugins", "add", "testplugins.good", "--source", "https://user:secret@localhost:9/index.json?key=secret");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("the feeds cannot be searched", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Error, StringComparison.Ordinal);
    }
}
