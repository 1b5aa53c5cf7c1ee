using System.Diagnostics;

namespace PluginKd.Tool.Tests;

public class RunCommandTests
{
    [Fact]
    public async Task A_pipeline_runs_and_ends_with_a_table_and_the_run_folder()
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);

        var result = await Kd.RunWithTestPluginsAsync(folder, "run", "p.json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal($"development: testplugins.good 0.1.0 in {Path.Combine(Places.TestPlugins, "TestPlugins.Good")} is not pinned\n", result.Error);
        Assert.Contains("accuracy", result.Output, StringComparison.Ordinal);
        var run = result.Output.Split('\n').Single(l => l.StartsWith("run folder: ", StringComparison.Ordinal)).Split(' ')[2];
        Assert.True(File.Exists(Path.Combine(folder.Path, run, "results.json")));
    }

    [Fact]
    public async Task A_plugin_folder_that_was_copied_elsewhere_runs_when_it_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Path.Combine(Places.TestPlugins, "TestPlugins.Good"), "copied");
        folder.File("p.json", Kd.TinyPipeline);

        Assert.Equal(0, (await Kd.RunAsync(folder, "run", "p.json", "--plugin-path", "copied")).ExitCode);
        Directory.Delete(Path.Combine(folder.Path, "copied"), recursive: true);
        var result = await Kd.RunAsync(folder, "run", "p.json", "--plugin-path", "copied");

        Assert.Equal(2, result.ExitCode);
        Snapshot.Match(result.Error);
    }

    [Fact]
    public async Task A_plugin_that_is_not_there_is_named_with_the_nearest_one()
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline.Replace("soft-target", "soft-taget", StringComparison.Ordinal).Replace("\"tiny\" }", "\"tinny\" }", StringComparison.Ordinal));

        var result = await Kd.RunWithTestPluginsAsync(folder, "run", "p.json");

        Assert.Equal(2, result.ExitCode);
        Snapshot.Match(result.Error);
    }

    [Theory]
    [InlineData(2, "there is no file 'nowhere.json'", "run", "nowhere.json")]
    [InlineData(2, "temperature", "run", "p.json", "--set", "distill.loss.0.temperature=-1")]
    [InlineData(2, "is no assignment", "run", "p.json", "--set", "seed")]
    [InlineData(2, "--threads", "run", "p.json", "--threads", "0")]
    [InlineData(2, "--checkpoint-every", "run", "p.json", "--checkpoint-every", "0")]
    [InlineData(2, "there is no device 'tpu'", "run", "p.json", "--device", "tpu")]
    [InlineData(2, "did you mean 'run'?", "rnu")]
    [InlineData(2, "did you mean '--set'?", "run", "p.json", "--sed", "x=1")]
    [InlineData(3, "no licence for this machine", "run", "p.json", "--set", """average={"use":"throws-in-constructor"}""")]
    [InlineData(3, "the gauge is broken", "run", "p.json", "--set", """evaluate=[{"use":"throws-in-run"}]""")]
    [InlineData(1, "lower optimizer.learning-rate", "run", "p.json", "--set", """distill.optimizer={"name":"sgd","learning-rate":100}""", "--set", "distill.loss.0.weight=1e30")]
    public async Task Bad_input_gives_its_exit_code_one_message_and_no_stack(int code, string expected, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);

        var result = await Kd.RunWithTestPluginsAsync(folder, arguments);

        Assert.Equal(code, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Contains("next:", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_adds_the_stack()
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        var result = await Kd.RunWithTestPluginsAsync(folder, "run", "p.json", "--verbose", "--set", """evaluate=[{"use":"throws-in-run"}]""");
        Assert.Contains("   at TestPlugins.Throws.ThrowsInRun.Measure", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data.tsv", "good film\t1\nbad film\t0\nno label here\n", "data.tsv:3")]
    [InlineData("other.tsv", "x\t1\n", "data.tsv")]
    [InlineData("data.tsv", "", "data.tsv")]
    public async Task Bad_data_names_file_and_line(string name, string content, string where)
    {
        using var folder = new TemporaryFolder();
        folder.File(name, content);
        folder.File("p.json", """{ "data": { "use": "text", "train": "data.tsv", "test": "data.tsv" }, "distill": { "use": "offline", "student": { "use": "ngram" }, "loss": [ { "use": "cross-entropy" } ] }, "evaluate": [ { "use": "classification" } ] }""");

        var result = await Kd.RunAsync(folder, "run", "p.json");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(where, result.Error, StringComparison.Ordinal);
        Assert.Contains("next:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_that_training_never_saw_is_named_with_file_and_line()
    {
        using var folder = new TemporaryFolder();
        folder.File("train.tsv", "good film\t1\nbad film\t0\n");
        folder.File("test.tsv", "fine film\t1\nodd film\t2\n");
        folder.File("p.json", """{ "data": { "use": "text", "train": "train.tsv", "test": "test.tsv" }, "distill": { "use": "offline", "student": { "use": "ngram" }, "loss": [ { "use": "cross-entropy" } ] }, "evaluate": [ { "use": "classification" } ] }""");

        var result = await Kd.RunAsync(folder, "run", "p.json");

        Assert.Equal(2, result.ExitCode);
        Snapshot.Match(Kd.Scrub(result.Error, folder));
    }

    [Fact]
    public async Task Ctrl_C_stops_cleanly_with_code_130()
    {
        using var folder = new TemporaryFolder();
        folder.File("p.json", Kd.TinyPipeline);
        using var process = ProcessResult.Start(Places.Tool, folder.Path, "run", "p.json", "--set", "distill.epochs=1000000", "--plugin-path", Places.TestPlugins);
        string? line;
        do line = await process.StandardOutput.ReadLineAsync();
        while (line?.StartsWith("distill", StringComparison.Ordinal) == false);
        Assert.NotNull(line);

        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"])) await kill.WaitForExitAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("stopped", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        var run = Directory.EnumerateDirectories(Path.Combine(folder.Path, ".kd", "runs")).Single();
        Assert.Contains("\"stopped\"", await File.ReadAllTextAsync(Path.Combine(run, "record.json")), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(run, "student.safetensors")));
    }
}
