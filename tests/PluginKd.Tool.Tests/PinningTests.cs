namespace PluginKd.Tool.Tests;

/// <summary>What may run, and what is refused.</summary>
public class PinningTests
{
    [Fact]
    public async Task A_plugin_whose_file_was_changed_in_the_store_is_refused()
    {
        using var machine = new Machine();
        await machine.MustAsync("plugins", "add", machine.PluginIn("build"));
        await File.AppendAllTextAsync(Path.Combine(machine.Stored, "TestPlugins.Good.dll"), "x");

        var result = await machine.KdAsync("run", "p.json");

        Assert.Equal(3, result.ExitCode);
        Snapshot.Match(machine.Scrub(result.Error));
        Assert.Equal(3, (await machine.KdAsync("plugins", "restore", "--locked")).ExitCode);
    }

    [Fact]
    public async Task A_changed_file_with_a_manifest_made_to_fit_is_refused_too()
    {
        using var machine = new Machine();
        await machine.MustAsync("plugins", "add", machine.PluginIn("build"));
        var manifest = Path.Combine(machine.Stored, "plugin.json");
        await File.AppendAllTextAsync(manifest, " ");

        var result = await machine.KdAsync("run", "p.json");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("nobody knows what other bytes do", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pinned_plugin_whose_manifest_cannot_be_read_is_named_and_fetched_again()
    {
        using var machine = new Machine();
        await machine.PublishAsync("0.1.0");
        await machine.MustAsync("plugins", "add", "testplugins.good");
        await File.WriteAllTextAsync(Path.Combine(machine.Stored, "plugin.json"), "{ \"manifest\": ");

        var result = await machine.KdAsync("run", "p.json");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("kd.lock.json pins 'testplugins.good' 0.1.0, which is damaged in the store", result.Error, StringComparison.Ordinal);
        Assert.Equal(3, (await machine.KdAsync("plugins", "verify")).ExitCode);

        await machine.MustAsync("plugins", "restore");
        await machine.MustAsync("plugins", "verify");
    }

    [Theory]
    [InlineData("content-sha256")]
    [InlineData("manifest-sha256")]
    public async Task A_hash_that_was_changed_in_the_lock_file_runs_nothing(string field)
    {
        using var machine = new Machine();
        await machine.MustAsync("plugins", "add", machine.PluginIn("build"));
        var text = await File.ReadAllTextAsync(machine.LockFile);
        var at = text.IndexOf(field, StringComparison.Ordinal) + field.Length + 4;
        // The store's folder is named by the start of the hash: the end is changed.
        await File.WriteAllTextAsync(machine.LockFile, text[..(at + 60)] + (text[(at + 60)..(at + 64)] == "0000" ? "1111" : "0000") + text[(at + 64)..]);

        var result = await machine.KdAsync("run", "p.json");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("which kd.lock.json pins", result.Error, StringComparison.Ordinal);
        Assert.Equal(3, (await machine.KdAsync("plugins", "restore", "--locked")).ExitCode);
    }

    [Fact]
    public async Task A_damaged_lock_file_is_named_with_its_line()
    {
        using var machine = new Machine();
        await File.WriteAllTextAsync(machine.LockFile, "{\n  \"version\": 1,\n  \"plugins\": [\n<<<<<<< HEAD\n");

        var result = await machine.KdAsync("run", "p.json");

        Assert.Equal(2, result.ExitCode);
        Snapshot.Match(machine.Scrub(result.Error));
    }

    [Fact]
    public async Task A_plugin_of_the_project_runs_when_it_is_pinned_and_not_before()
    {
        using var machine = new Machine();
        machine.PluginIn(".kd/plugins/good");
        var refused = await machine.KdAsync("run", "p.json");
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("not pinned, will not run: ", await machine.MustAsync("plugins", "list"), StringComparison.Ordinal);

        await machine.MustAsync("plugins", "add", ".kd/plugins/good");
        await machine.MustAsync("run", "p.json");

        await File.WriteAllTextAsync(Path.Combine(machine.Project.Path, ".kd/plugins/good/README.md"), "one more file");
        var changed = await machine.KdAsync("run", "p.json");
        Assert.Equal(3, changed.ExitCode);
        Snapshot.Match(machine.Scrub(refused.Error + "\n" + changed.Error));
    }

    [Fact]
    public async Task A_development_path_runs_what_is_not_pinned_says_so_and_marks_the_record()
    {
        using var machine = new Machine();
        var folder = machine.PluginIn("build");

        var result = await machine.KdAsync("run", "p.json", "--plugin-path", "build");

        Assert.Equal((0, $"development: testplugins.good 0.1.0 in {folder} is not pinned\n"), (result.ExitCode, result.Error));
        var run = Directory.EnumerateDirectories(Path.Combine(machine.Project.Path, ".kd", "runs")).Single();
        using var record = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(run, "record.json")));
        foreach (var plugin in record.RootElement.GetProperty("plugins").EnumerateArray())
            Assert.Equal(plugin.GetProperty("id").GetString() != "testplugins.good", plugin.GetProperty("pinned").GetBoolean());
    }

    [Fact]
    public async Task A_plugin_that_lies_in_the_store_unpinned_is_not_used_but_named()
    {
        using var machine = new Machine();
        await machine.MustAsync("plugins", "add", machine.PluginIn("build"));
        await machine.MustAsync("plugins", "remove", "testplugins.good");

        var result = await machine.KdAsync("run", "p.json");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"testplugins.good 0.1.0 in the store offers it; to pin it here: dotnet kd plugins add {machine.Stored}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pinned_plugin_that_is_nowhere_is_named_and_no_other_takes_its_place()
    {
        using var machine = new Machine();
        var folder = machine.PluginIn("build");
        var manifest = Path.Combine(folder, "plugin.json");
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest)).Replace("\"testplugins.good\"", "\"pluginkd.evaluation\"", StringComparison.Ordinal));
        await machine.MustAsync("plugins", "add", "build");
        Directory.Delete(machine.Store, recursive: true);

        var result = await machine.KdAsync("run", "p.json", "--set", """data={"use":"generated-reviews"}""");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("there is no evaluate plugin 'classification'", result.Error, StringComparison.Ordinal);
        Assert.Contains("kd.lock.json pins 'pluginkd.evaluation' 0.1.0, which is not in the store: type dotnet kd plugins restore", result.Error, StringComparison.Ordinal);
    }
}
