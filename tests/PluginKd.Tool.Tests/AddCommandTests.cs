using System.IO.Compression;

namespace PluginKd.Tool.Tests;

public class AddCommandTests
{
    [Fact]
    public async Task A_plugin_from_a_feed_is_stored_pinned_and_runs()
    {
        using var machine = new Machine();
        await machine.PublishAsync("0.1.0", "0.2.0", "0.10.0", "1.0.0-beta.1");

        var output = await machine.MustAsync("plugins", "add", "testplugins.good");

        Snapshot.Match(machine.Scrub(output + await File.ReadAllTextAsync(machine.LockFile)));
        await machine.MustAsync("run", "p.json");
        var run = Directory.EnumerateDirectories(Path.Combine(machine.Project.Path, ".kd", "runs")).Single();
        Assert.DoesNotContain("\"pinned\": false", await File.ReadAllTextAsync(Path.Combine(run, "record.json")), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(machine.Store, ".*"));
    }

    [Fact]
    public async Task Folder_package_file_and_feed_give_the_same_content()
    {
        using var machine = new Machine();
        await machine.PublishAsync("0.2.0");
        var locks = new List<string>();
        foreach (var what in new[] { "testplugins.good@0.2.0", Path.Combine(machine.Feed, "testplugins.good.0.2.0.nupkg"), machine.PluginIn("build", "0.2.0") })
        {
            await machine.MustAsync("plugins", "add", what);
            locks.Add(await File.ReadAllTextAsync(machine.LockFile));
        }

        Assert.Equal(locks[0].Replace("\"team\"", "\"file\"", StringComparison.Ordinal), locks[1]);
        Assert.Equal(locks[1], locks[2]);
        Assert.NotNull(machine.Stored);
    }

    [Fact]
    public async Task Another_version_takes_the_place_and_a_folder_of_packages_may_be_named()
    {
        using var machine = new Machine();
        await machine.PublishAsync("0.1.0", "0.2.0");
        File.Delete(Path.Combine(machine.Project.Path, "nuget.config"));
        await machine.MustAsync("plugins", "add", "testplugins.good@0.1.0", "--source", machine.Feed);

        var output = await machine.MustAsync("plugins", "add", "testplugins.good", "--source", machine.Feed);

        Assert.Contains("pins testplugins.good 0.2.0 (content ", output, StringComparison.Ordinal);
        Assert.Contains(" in the place of 0.1.0 (content ", output, StringComparison.Ordinal);
        Assert.DoesNotContain(machine.Feed, await File.ReadAllTextAsync(machine.LockFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_added_is_named_with_what_there_is()
    {
        using var machine = new Machine();
        await machine.PublishAsync("0.1.0", "0.2.0", "0.10.0");
        await File.WriteAllTextAsync(Path.Combine(machine.Project.Path, "text.nupkg"), "not a zip file");
        var messages = new List<string>();
        foreach (var (code, what) in new[]
        {
            (2, "testplugins.good@0.3.0"), (2, "testplugins.godo"), (2, "testplugins.good@latest"), (2, "no such/thing"), (2, "a@b@c"), (2, "what is this"),
            (3, "text.nupkg"), (3, "."),
        })
        {
            var result = await machine.KdAsync("plugins", "add", what);
            Assert.Equal((code, ""), (result.ExitCode, result.Output));
            messages.Add($"dotnet kd plugins add {what}\n{result.Error}");
        }

        Assert.False(File.Exists(machine.LockFile));
        Snapshot.Match(machine.Scrub(string.Join('\n', messages)));
    }

    [Fact]
    public async Task A_package_that_reaches_out_of_its_folder_is_refused_and_leaves_nothing()
    {
        using var machine = new Machine();
        await machine.PublishAsync("0.1.0");
        var package = Path.Combine(machine.Feed, "testplugins.good.0.1.0.nupkg");
        using (var zip = ZipFile.Open(package, ZipArchiveMode.Update))
        using (var writer = new StreamWriter(zip.CreateEntry("kd/net10.0/any/../../../../evil.txt").Open()))
            await writer.WriteAsync("evil");

        var result = await machine.KdAsync("plugins", "add", package);

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Empty(Directory.EnumerateFileSystemEntries(machine.Store));
        Snapshot.Match(machine.Scrub(result.Error));
    }

    [Fact]
    public async Task A_library_from_a_feed_is_no_plugin()
    {
        using var machine = new Machine();
        using (var zip = ZipFile.Open(Path.Combine(machine.Feed, "some.library.1.0.0.nupkg"), ZipArchiveMode.Create))
        {
            using (var nuspec = new StreamWriter(zip.CreateEntry("some.library.nuspec").Open()))
                await nuspec.WriteAsync("<package><metadata><id>some.library</id><version>1.0.0</version><authors>x</authors><description>x</description></metadata></package>");
            using var dll = new StreamWriter(zip.CreateEntry("lib/net10.0/some.library.dll").Open());
            await dll.WriteAsync("x");
        }

        var result = await machine.KdAsync("plugins", "add", "some.library");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Snapshot.Match(machine.Scrub(result.Error));
    }
}
