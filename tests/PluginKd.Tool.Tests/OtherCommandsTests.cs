using System.Text.Json;

namespace PluginKd.Tool.Tests;

public class OtherCommandsTests
{
    [Fact]
    public async Task Plugins_list_shows_kind_id_purpose_and_package()
    {
        using var folder = new TemporaryFolder();
        var result = await Kd.RunAsync(folder, "plugins", "list");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Snapshot.Match(Kd.Scrub(result.Output, folder));
    }

    [Fact]
    public async Task Plugins_info_shows_every_setting_with_range_and_default()
    {
        using var folder = new TemporaryFolder();
        var result = await Kd.RunAsync(folder, "plugins", "info", "soft-target");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Snapshot.Match(Kd.Scrub(result.Output, folder));
    }

    [Fact]
    public async Task Plugins_info_of_an_unknown_id_suggests_the_nearest()
    {
        using var folder = new TemporaryFolder();
        var result = await Kd.RunAsync(folder, "plugins", "info", "soft-targt");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("did you mean 'soft-target'?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_plugin_folder_is_listed_and_the_others_work()
    {
        using var folder = new TemporaryFolder();
        folder.File(".kd/plugins/half/plugin.json", "{ \"manifest\": ");
        var result = await Kd.RunAsync(folder, "plugins", "list");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("broken: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("soft-target", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_is_JSON_that_knows_the_plugins()
    {
        using var folder = new TemporaryFolder();
        var result = await Kd.RunAsync(folder, "schema");
        Assert.Equal(0, result.ExitCode);
        Assert.True(JsonDocument.Parse(result.Output).RootElement.GetProperty("$defs").TryGetProperty("weighted-loss", out _));
    }

    [Fact]
    public async Task Doctor_names_libtorch_BLAS_threads_devices_and_plugin_folders()
    {
        using var folder = new TemporaryFolder();
        var result = await Kd.RunAsync(folder, "doctor");
        foreach (var what in new[] { "libtorch", "BLAS", "kernels", "threads", "devices", "plugins in" }) Assert.Contains(what, result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Doctor_says_what_is_wrong_and_the_command_that_mends_it()
    {
        using var folder = new TemporaryFolder();
        folder.File(".kd/plugins/half/plugin.json", "{ \"manifest\": ");
        var result = await Kd.RunAsync(folder, "doctor");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("problem: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("next:", result.Output, StringComparison.Ordinal);
    }
}
