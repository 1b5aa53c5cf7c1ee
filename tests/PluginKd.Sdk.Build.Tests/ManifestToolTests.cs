namespace PluginKd.Sdk.Build.Tests;

public class ManifestToolTests
{
    [Fact]
    public async Task Wrong_use_of_the_attributes_is_an_error_with_a_code_and_the_fix()
    {
        var assembly = Path.Combine(Places.Artifacts, "wrong-plugins", Places.Configuration, "TestPlugins.WrongAttributes.dll");

        var result = await ProcessResult.OfAsync(Places.ManifestTool, ".", assembly, "--id", "wrong", "--version", "1.0.0");

        Assert.Equal(1, result.ExitCode);
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(assembly)!, "plugin.json")));
        Snapshot.Match(result.Error);
    }

    [Fact]
    public async Task Two_runs_write_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Path.Combine(Places.TestPlugins, "TestPlugins.Good"), "good");
        var manifest = Path.Combine(folder.Path, "good", "plugin.json");
        var first = await File.ReadAllBytesAsync(manifest);
        File.Delete(manifest);

        var result = await ProcessResult.OfAsync(Places.ManifestTool, ".", Path.Combine(folder.Path, "good", "TestPlugins.Good.dll"), "--id", "testplugins.good", "--version", "0.1.0");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(first, await File.ReadAllBytesAsync(manifest));
    }

    [Theory]
    [InlineData("PluginKd.Sdk.dll", "KD2004: PluginKd.Sdk.dll would lie in the plugin's folder, and the host brings it.")]
    [InlineData("runtimes/linux-x64/native/libtorch_cpu.so", "KD3001: runtimes/linux-x64/native/libtorch_cpu.so would lie in the plugin's folder, and the host brings libtorch and its family.")]
    public async Task What_the_host_brings_must_not_lie_in_a_plugins_folder(string file, string problem)
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Path.Combine(Places.TestPlugins, "TestPlugins.Good"), "good");
        folder.File("good/" + file, "a copy");

        var result = await ProcessResult.OfAsync(Places.ManifestTool, ".", Path.Combine(folder.Path, "good", "TestPlugins.Good.dll"), "--id", "testplugins.good", "--version", "0.1.0");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(problem, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_says_what_a_plugin_needs_and_makes()
    {
        using var losses = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Places.Plugins, "PluginKd.Losses.Logits", "plugin.json")));
        Assert.Equal(["student/logits", "teacher/logits"], Of(losses, "soft-target", "needs"));
        Assert.Equal(["student/logits", "labels"], Of(losses, "cross-entropy", "needs"));
        using var models = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Places.Plugins, "PluginKd.Models.Dense", "plugin.json")));
        Assert.Equal(["logits", "embedding", "hidden.0"], Of(models, "mlp", "makes"));
        Assert.Equal((1, 0), (losses.RootElement.GetProperty("contract").GetProperty("major").GetInt32(), losses.RootElement.GetProperty("contract").GetProperty("needs").GetInt32()));

        static IEnumerable<string?> Of(System.Text.Json.JsonDocument manifest, string id, string what) => manifest.RootElement.GetProperty("provides").EnumerateArray()
            .Single(provided => provided.GetProperty("id").GetString() == id).GetProperty(what).EnumerateArray().Select(text => text.GetString());
    }

    [Fact]
    public async Task Settings_carry_type_range_default_and_description()
    {
        var manifest = await File.ReadAllTextAsync(Path.Combine(Places.TestPlugins, "TestPlugins.Good", "plugin.json"));
        using var document = System.Text.Json.JsonDocument.Parse(manifest);
        var tiny = document.RootElement.GetProperty("provides").EnumerateArray().Single(p => p.GetProperty("id").GetString() == "tiny");
        Snapshot.Match(System.Text.Json.JsonSerializer.Serialize(tiny, new System.Text.Json.JsonSerializerOptions { WriteIndented = true }));
    }

    [Fact]
    public async Task A_call_with_too_little_says_how_to_call_it()
    {
        var result = await ProcessResult.OfAsync(Places.ManifestTool, ".", "x.dll");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("usage: kd-manifest", result.Error, StringComparison.Ordinal);
    }
}
