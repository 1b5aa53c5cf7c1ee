namespace PluginKd.Tool.Tests;

public class RestoreCommandTests
{
    [Fact]
    public async Task A_second_machine_gets_the_pinned_bytes_and_runs()
    {
        using var first = new Machine();
        await first.PublishAsync("0.1.0", "0.2.0");
        await first.MustAsync("plugins", "add", "testplugins.good@0.1.0");
        using var second = new Machine(first);
        var before = await File.ReadAllBytesAsync(second.LockFile);

        var missing = await second.KdAsync("run", "p.json");
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("type dotnet kd plugins restore", missing.Error, StringComparison.Ordinal);
        Assert.Equal("fetched testplugins.good 0.1.0\n1 pinned, 1 fetched\n", await second.MustAsync("plugins", "restore", "--locked"));

        await second.MustAsync("run", "p.json");
        Assert.Equal("1 pinned, 0 fetched\n", await second.MustAsync("plugins", "restore", "--locked"));
        Assert.Equal(before, await File.ReadAllBytesAsync(second.LockFile));
    }

    [Fact]
    public async Task Other_bytes_under_the_pinned_version_are_refused_with_and_without_locked()
    {
        using var first = new Machine();
        await first.PublishAsync("0.1.0");
        await first.MustAsync("plugins", "add", "testplugins.good");
        using var second = new Machine(first);
        await second.MustAsync("plugins", "pack", second.PluginIn("other", remark: "other bytes"), "-o", second.Feed);

        var locked = await second.KdAsync("plugins", "restore", "--locked");
        var free = await second.KdAsync("plugins", "restore");

        Assert.Equal((3, 3), (locked.ExitCode, free.ExitCode));
        Assert.Equal(locked.Error, free.Error);
        Snapshot.Match(second.Scrub(locked.Error));
        Assert.Empty(Directory.EnumerateFileSystemEntries(second.Store));
    }

    [Fact]
    public async Task A_plugin_that_came_from_a_file_and_is_in_no_feed_is_named()
    {
        using var first = new Machine();
        await first.MustAsync("plugins", "add", first.PluginIn("build"));
        using var second = new Machine(first);

        var result = await second.KdAsync("plugins", "restore");

        Assert.Equal(3, result.ExitCode);
        Snapshot.Match(second.Scrub(result.Error));
    }

    [Fact]
    public async Task Without_locked_a_damaged_copy_and_a_lock_file_changed_by_hand_are_mended()
    {
        using var machine = new Machine();
        await machine.PublishAsync("0.1.0");
        await machine.MustAsync("plugins", "add", "testplugins.good");
        var right = await File.ReadAllTextAsync(machine.LockFile);
        await File.AppendAllTextAsync(Path.Combine(machine.Stored, "TestPlugins.Good.dll"), "x");
        await File.WriteAllTextAsync(machine.LockFile, right.Replace("\"contract\": \"1", "\"contract\": \"2", StringComparison.Ordinal));

        Assert.Equal(3, (await machine.KdAsync("plugins", "verify")).ExitCode);
        Assert.Equal("fetched testplugins.good 0.1.0\n1 pinned, 1 fetched\n", await machine.MustAsync("plugins", "restore"));

        Assert.Equal(right, await File.ReadAllTextAsync(machine.LockFile));
        await machine.MustAsync("plugins", "verify");
    }

    [Fact]
    public async Task Locked_ends_on_any_difference_and_writes_nothing()
    {
        using var machine = new Machine();
        var messages = new List<string>();
        async Task Differs(int code)
        {
            var before = File.Exists(machine.LockFile) ? await File.ReadAllTextAsync(machine.LockFile) : null;
            var result = await machine.KdAsync("plugins", "restore", "--locked");
            Assert.Equal((code, ""), (result.ExitCode, result.Output));
            Assert.Equal(before, File.Exists(machine.LockFile) ? await File.ReadAllTextAsync(machine.LockFile) : null);
            messages.Add(result.Error);
        }

        await Differs(2);
        await machine.MustAsync("plugins", "add", machine.PluginIn("build"));
        var right = await File.ReadAllTextAsync(machine.LockFile);
        await File.WriteAllTextAsync(machine.LockFile, right.Replace("  ", " ", StringComparison.Ordinal));
        await Differs(3);
        await File.WriteAllTextAsync(machine.LockFile, right);
        machine.PluginIn(".kd/plugins/other", version: "0.5.0");
        await Differs(3);
        Snapshot.Match(machine.Scrub(string.Join('\n', messages)));
    }
}
