namespace PluginKd.Tool.Tests;

/// <summary>What a person sees of plugins that do what they should not.</summary>
public class MisbehavingPluginTests
{
    [Fact]
    public async Task What_a_plugin_prints_is_shown_as_its_own()
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        var result = await Kd.RunWithTestPluginsAsync(folder, "run", "p.json", "--set", "evaluate.0.use=prints");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("evaluate prints prints: measuring with care\nevaluate prints prints: and in parts: here\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_that_cannot_be_unloaded_is_shown_with_what_holds_it()
    {
        using var folder = new TemporaryFolder();
        var result = await Kd.RunAsync(folder, "plugins", "verify", "--unload", "--plugin-path", Path.Combine(Places.TestPlugins, "TestPlugins.Clings"));
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("stays      testplugins.clings 0.1.0: 10 of 10 loads are still in memory", result.Output, StringComparison.Ordinal);
        Assert.Contains("EventHandler", result.Output, StringComparison.Ordinal);
        Assert.Contains("unloads    pluginkd.losses.logits", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TestPlugins.Good.deps.json", "not json", "has a 'TestPlugins.Good.deps.json' that cannot be read")]
    [InlineData("TestPlugins.Good.dll", "MZ", "has an entry 'TestPlugins.Good.dll' that is no .NET assembly")]
    public async Task A_damaged_file_that_its_manifest_vouches_for_is_named(string file, string content, string found)
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Path.Combine(Places.TestPlugins, "TestPlugins.Good"), "good");
        folder.File("p.json", Kd.TinyPipeline);
        // As if the build had written it so: the hash fits.
        var manifest = Path.Combine(folder.Path, "good", "plugin.json");
        var before = Hash(await File.ReadAllBytesAsync(Path.Combine(folder.Path, "good", file)));
        folder.File("good/" + file, content);
        var after = Hash(await File.ReadAllBytesAsync(Path.Combine(folder.Path, "good", file)));
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest)).Replace(before, after, StringComparison.Ordinal));

        var result = await Kd.RunAsync(folder, "run", "p.json", "--plugin-path", "good");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(found, result.Error, StringComparison.Ordinal);
        Assert.Contains("  why:      ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
}
