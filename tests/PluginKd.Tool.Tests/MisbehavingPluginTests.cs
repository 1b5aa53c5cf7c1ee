using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PluginKd.Tool.Tests;

/// <summary>What a person sees of plugins that do what they should not: all of it, as a text.</summary>
public partial class MisbehavingPluginTests
{
    private const string Measure = "evaluate.0.use=";

    [Fact]
    public Task A_good_plugin() => RunsGood(0, (_, _) => { });

    [Fact]
    public Task A_plugin_that_throws_when_it_is_made() => RunsInto(3, "--set", """average={"use":"throws-in-constructor"}""");

    [Fact]
    public Task A_plugin_that_asks_for_a_service_that_nobody_offers() => RunsInto(3, "--set", """average={"use":"asks-for-too-much"}""");

    [Fact]
    public Task A_plugin_that_throws_when_it_works() => RunsInto(3, "--set", Measure + "throws-in-run");

    [Fact]
    public Task A_plugin_that_uses_a_member_that_the_host_lacks() => RunsInto(3, "--set", "data.use=from-the-future");

    [Fact]
    public Task A_plugin_whose_library_uses_a_member_that_the_host_lacks() => RunsInto(3, "--set", """average={"use":"helped"}""");

    [Fact]
    public Task Two_plugins_with_a_dependency_in_two_versions() => RunsInto(0, "--set", """evaluate=[{"use":"csv-earlier"},{"use":"csv-later"}]""");

    [Fact]
    public Task A_plugin_that_prints() => RunsInto(0, "--set", Measure + "prints");

    [Fact]
    public Task A_plugin_that_speaks_the_language_of_its_satellite_assembly() => RunsInto(0, "--set", Measure + "speaks", "--set", "evaluate.0.language=de");

    [Fact]
    public Task A_plugin_of_another_major_contract() => RunsGood(3, (folder, _) => folder.Change("plugin.json", "\"major\": 1", "\"major\": 2"));

    [Fact]
    public Task A_plugin_that_ships_its_own_copy_of_the_sdk() =>
        RunsGood(0, (_, good) => File.Copy(Path.Combine(Path.GetDirectoryName(Places.Tool)!, "PluginKd.Sdk.dll"), Path.Combine(good, "PluginKd.Sdk.dll")));

    [Fact]
    public Task A_plugin_that_brings_a_reserved_native_library() => RunsGood(3, (folder, good) =>
    {
        File.WriteAllText(Path.Combine(good, "libtorch_cpu.so"), "");
        folder.Change("plugin.json", "\"files\": [", $$"""
            "files": [
                { "path": "libtorch_cpu.so", "sha256": "{{Hash([])}}" },
            """);
    });

    [Fact]
    public Task A_plugin_whose_list_of_dependencies_is_damaged() => RunsGood(3, (folder, good) => Vouched(folder, good, "TestPlugins.Good.deps.json", "not json"));

    [Fact]
    public Task A_plugin_whose_assembly_is_none() => RunsGood(3, (folder, good) => Vouched(folder, good, "TestPlugins.Good.dll", "MZ"));

    [Fact]
    public Task A_plugin_whose_assembly_was_changed() => RunsGood(3, (_, good) => File.AppendAllText(Path.Combine(good, "TestPlugins.Good.dll"), "x"));

    [Fact]
    public Task A_plugin_whose_manifest_is_damaged() => RunsGood(2, (folder, _) => folder.Change("plugin.json", "\"type\": \"integer\"", "\"type\": \"colour\""));

    [Fact]
    public async Task A_plugin_that_writes_outside_its_scratch_folder_is_not_kept_from_it()
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        var result = await Kd.RunWithTestPluginsAsync(folder, "run", "p.json", "--set", Measure + "writes-outside");
        // A load context is not a sandbox: docs/plugins.md says so, and the conformance kit finds it (KD5008).
        Assert.True(File.Exists(Path.Combine(folder.Path, "left-behind.txt")));
        Snapshot.Match(Seen(result, folder));
    }

    [Fact]
    public async Task A_plugin_that_cannot_be_unloaded_is_shown_with_what_holds_it()
    {
        using var folder = new TemporaryFolder();
        var result = await Kd.RunAsync(folder, "plugins", "verify", "--unload", "--plugin-path", Path.Combine(Places.TestPlugins, "TestPlugins.Clings"));
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("unloads    pluginkd.losses.logits", result.Output, StringComparison.Ordinal);
        // The shortest path is always there; which others there are is the runtime's affair.
        Snapshot.Match(string.Join('\n', result.Output.Split('\n').Where(line => line.StartsWith("stays", StringComparison.Ordinal)
            || (line.Contains("held by", StringComparison.Ordinal) && line.Contains("AppDomain → EventHandler", StringComparison.Ordinal)))));
    }

    [Fact]
    public async Task A_plugin_that_stays_is_named_where_no_room_is_to_look_for_what_holds_it()
    {
        using var folder = new TemporaryFolder();
        // Code would be mapped from a file that is larger than the limit.
        const string Limited = "ulimit -f 20000; trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; exec dotnet exec \"$@\"";
        var result = await ProcessResult.OfShellAsync(Limited, folder.Path, Places.Tool, "plugins", "verify", "--unload", "--plugin-path", Path.Combine(Places.TestPlugins, "TestPlugins.Clings"));
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("\n           what holds it was not looked for: no snapshot of this process can be taken: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("unloads    pluginkd.losses.logits", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_plugin_that_ignores_the_wish_to_stop() => IsStopped("stubborn");

    [Fact]
    public Task A_plugin_that_throws_at_the_wish_to_stop() => IsStopped("stumbles");

    [Fact]
    public Task A_plugin_that_never_returns_is_named_and_the_second_wish_ends_it() => IsStopped("never-returns");

    private static async Task IsStopped(string plugin, [CallerMemberName] string method = "")
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        using var process = ProcessResult.Start(Places.Tool, folder.Path, "run", "p.json", "--set", Measure + plugin, "--plugin-path", Places.TestPlugins);
        var error = process.StandardError.ReadToEndAsync();
        var output = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            output.Append(line).Append('\n');
            // The first wish when it works, the second when the host has named it.
            if (line == "warning: here I stay" || line.Contains("goes on", StringComparison.Ordinal)) await InterruptAsync(process);
        }

        await process.WaitForExitAsync();
        Assert.Equal(130, process.ExitCode);
        Snapshot.Match(Seen(new ProcessResult(process.ExitCode, output.ToString(), await error), folder), method: method);
    }

    private static async Task InterruptAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private static async Task RunsInto(int exitCode, string name, string value, string more = "--set", string last = "name=tiny", [CallerMemberName] string method = "")
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        var result = await Kd.RunWithTestPluginsAsync(folder, "run", "p.json", name, value, more, last);
        Assert.Equal(exitCode, result.ExitCode);
        Snapshot.Match(Seen(result, folder), method: method);
    }

    /// <summary>Changes a copy of the good plugin, then runs it.</summary>
    private static async Task RunsGood(int exitCode, Action<PluginCopy, string> change, [CallerMemberName] string method = "")
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Path.Combine(Places.TestPlugins, "TestPlugins.Good"), "plugins/good");
        folder.File("p.json", Kd.TinyPipeline);
        var good = Path.Combine(folder.Path, "plugins", "good");
        change(new PluginCopy(good), good);
        var result = await Kd.RunAsync(folder, "run", "p.json", "--plugin-path", "plugins");
        Assert.Equal(exitCode, result.ExitCode);
        Snapshot.Match(Seen(result, folder), method: method);
    }

    /// <summary>As if the build had written the file so: the hash fits.</summary>
    private static void Vouched(PluginCopy plugin, string folder, string file, string content)
    {
        var before = Hash(File.ReadAllBytes(Path.Combine(folder, file)));
        File.WriteAllText(Path.Combine(folder, file), content);
        plugin.Change("plugin.json", before, Hash(File.ReadAllBytes(Path.Combine(folder, file))));
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string Seen(ProcessResult result, TemporaryFolder folder)
    {
        Assert.DoesNotContain("   at ", result.Output + result.Error, StringComparison.Ordinal);
        // What was measured is not what is tested here.
        var output = string.Join('\n', result.Output.Split('\n').Where(line => !line.StartsWith("  ", StringComparison.Ordinal)));
        return ShortHash().Replace($"exit code {result.ExitCode}\n--- standard output\n{Kd.Scrub(output, folder)}--- standard error\n{Kd.Scrub(result.Error, folder)}", "{hash}…")
            .Replace($"/{Places.Configuration}/", "/{configuration}/", StringComparison.Ordinal);
    }

    [GeneratedRegex("[0-9a-f]{16}…")]
    private static partial Regex ShortHash();

    /// <summary>A plugin's folder whose texts can be changed.</summary>
    private sealed record PluginCopy(string Folder)
    {
        public void Change(string file, string from, string to)
        {
            var path = Path.Combine(Folder, file);
            var text = File.ReadAllText(path);
            Assert.Contains(from, text, StringComparison.Ordinal);
            File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
        }
    }
}
