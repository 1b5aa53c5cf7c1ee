using System.Text.Json.Nodes;
using PluginKd.Torch;
using TorchSharp;

namespace PluginKd.Hosting.Tests;

/// <summary>The student of one run teaches in the next.</summary>
public class PreviousRunTests
{
    [Fact]
    public void The_student_of_an_earlier_run_is_the_teacher_of_the_next_and_answers_as_it_did()
    {
        using var folder = new TemporaryFolder();
        var first = Pipelines.Run(folder, Pipelines.Tiny);
        string[] second = [$$"""teacher={"use":"previous","model":{"use":"mlp","hidden":[8]},"run":"{{first.Folder.Replace('\\', '/')}}"}"""];
        var next = Pipelines.Run(folder, Pipelines.Tiny, second);
        Assert.Equal(first.Find("student", "test", "accuracy"), next.Find("teacher", "test", "accuracy"));
        Assert.Equal(File.ReadAllBytes(Path.Combine(first.Folder, "student.safetensors")).Length, File.ReadAllBytes(Path.Combine(next.Folder, "teacher.safetensors")).Length);

        // Of the run's folder only the network counts.
        File.AppendAllText(Path.Combine(first.Folder, "metrics.jsonl"), "\n");
        var again = new CollectingWatcher();
        Pipelines.Run(folder, again, CancellationToken.None, Pipelines.Tiny, second);
        Assert.Contains("teacher", again.Stored);
    }

    [Fact]
    public void Another_model_is_refused_with_the_settings_to_write()
    {
        using var folder = new TemporaryFolder();
        var first = Pipelines.Run(folder, Pipelines.Tiny);
        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, Pipelines.Tiny, $$"""teacher={"use":"previous","model":{"use":"cnn","rows-as":[1,2,2]},"run":"{{first.Folder.Replace('\\', '/')}}"}"""));
        Assert.Equal("the network is of the model 'mlp'", error.Found);
        Assert.StartsWith("""write "model": {"use":"mlp","hidden":[8]""", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_says_which_model_it_is_of()
    {
        using var folder = new TemporaryFolder();
        var first = Pipelines.Run(folder, Pipelines.Tiny);
        var next = Pipelines.Run(folder, Pipelines.Tiny, Of(Path.GetFileName(first.Folder)));
        Assert.Equal(first.Find("student", "test", "accuracy"), next.Find("teacher", "test", "accuracy"));
        var resolved = JsonNode.Parse(File.ReadAllText(Path.Combine(next.Folder, "pipeline.json")))!["teacher"]!;
        Assert.Equal(("mlp", "[8]", first.Folder), ((string)resolved["model"]!["use"]!, resolved["model"]!["hidden"]!.ToJsonString(), (string)resolved["run"]!));

        // Written out it is the same teacher, and so it is to the process of a stage, which reads the resolved pipeline.
        var watcher = new CollectingWatcher();
        Pipelines.Run(folder, watcher, CancellationToken.None, File.ReadAllText(Path.Combine(next.Folder, "pipeline.json")));
        Assert.Contains("teacher", watcher.Stored);
    }

    [Fact]
    public void Latest_is_the_newest_finished_run_of_another_pipeline_and_a_newer_one_is_noticed()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("no run of another pipeline has come to its end", Problem(folder, "latest").Found);
        var first = Pipelines.Run(folder, Pipelines.Tiny, "name=a-first");
        foreach (var (name, record) in new[] { ("running", """{"status":"running","pipeline":"other"}"""), ("failed", """{"status":"failed","pipeline":"other"}"""), ("damaged", """{"status":"comp"""), ("odd", """{"status":7,"pipeline":["other"]}""") })
            folder.File($".kd/runs/99991231-235959-{name}/record.json", record);
        Directory.CreateDirectory(Path.Combine(folder.Path, ".kd", "runs", "99991231-235959-empty"));
        Assert.Equal((first.Folder, false), Latest(folder));
        Assert.Equal((first.Folder, true), Latest(folder));
        var second = Pipelines.Run(folder, Pipelines.Tiny, "name=b-second", "seed=4");
        Assert.Equal((second.Folder, false), Latest(folder));
        Assert.Equal((second.Folder, true), Latest(folder));
    }

    [Fact]
    public void A_folder_of_that_name_beside_the_pipeline_comes_before_a_run()
    {
        using var folder = new TemporaryFolder();
        var first = Pipelines.Run(folder, Pipelines.Tiny);
        var name = Path.GetFileName(first.Folder);
        Directory.CreateDirectory(Path.Combine(folder.Path, name));
        // What --set says starts from the folder where the command is typed, what stands in the file from the file's.
        var plan = PipelinePlan.Check(Pipelines.File(folder, Pipelines.Tiny.Replace("\"trained\", \"model\": { \"use\": \"mlp\", \"hidden\": [ 16 ] }, \"epochs\": 30, \"batch-size\": 16, \"optimizer\": { \"learning-rate\": 0.01 }",
            $"\"previous\", \"model\": {{ \"use\": \"mlp\" }}, \"run\": \"{name}\"", StringComparison.Ordinal)), Pipelines.Catalog, folder.Path);
        Assert.Equal(Path.Combine(folder.Path, name), (string)plan.Resolved["teacher"]!["run"]!);
    }

    [Theory]
    [InlineData(null, "{}", "the file is of no run: it does not say which model it is of")]
    [InlineData("", "", "the network is of no single model, such as an ensemble")]
    [InlineData("gone", """{"use":"gone"}""", "the network is of the model 'gone', and there is no such plugin")]
    [InlineData("mlp", """{"use":"mlp""", "the settings of its model are damaged in the file")]
    [InlineData("mlp", "[]", "the settings of its model are damaged in the file")]
    [InlineData("mlp", """{"use":"cnn"}""", "the settings of its model are damaged in the file")]
    [InlineData("mlp", """{"use":"mlp","hidden":[-8]}""", "-8 is out of range")]
    public void A_network_that_does_not_say_which_model_is_refused_before_anything_runs(string? model, string settings, string found)
    {
        using var folder = new TemporaryFolder();
        Write(folder, model, settings);
        var problem = Problem(folder, "1-odd");
        Assert.Contains(found, problem.Found, StringComparison.Ordinal);
        if (model == "gone") Assert.StartsWith("install it, or name another run; ", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_not_there_is_told_with_those_that_are_and_no_folder_of_the_host()
    {
        using var folder = new TemporaryFolder();
        folder.File(".kd/store/x", "");
        var none = Problem(folder, "2-tiny");
        Assert.Equal("the name of a run, its folder, or latest; the newest runs are: none yet", none.Expected);
        foreach (var name in new[] { "2-tinny", "1-odd", ".half" }) folder.File($".kd/runs/{name}/student.safetensors", "a network");
        var missing = Problem(folder, "2-tiny");
        Assert.StartsWith("there is no run '", missing.Found, StringComparison.Ordinal);
        Assert.EndsWith("are: 2-tinny, 1-odd", missing.Expected, StringComparison.Ordinal);
        // Where the pipeline says which model it is, the teacher looks for the run.
        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, Pipelines.Tiny, """teacher={"use":"previous","model":{"use":"mlp","hidden":[8]},"run":"2-tiny"}"""));
        Assert.Equal(("the folder of a run; in .kd/runs are 2-tinny, 1-odd", "teacher.run"), (error.Expected, error.Where));
    }

    [Fact]
    public void A_run_without_a_student_or_with_half_of_one_or_of_other_classes_is_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, ".kd", "runs", "1-odd"));
        var missing = Problem(folder, "1-odd");
        Assert.StartsWith("there is no network '", missing.Found, StringComparison.Ordinal);
        Assert.EndsWith("the newest runs are: 1-odd", missing.Expected, StringComparison.Ordinal);
        folder.File(".kd/runs/1-odd/student.safetensors", "half a file");
        Assert.StartsWith("the network cannot be read: ", Problem(folder, "1-odd").Found, StringComparison.Ordinal);
        Write(folder, "mlp", """{"use":"mlp","hidden":[8]}""");
        Assert.Equal("the file is of a network for the classes x, y", Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, Pipelines.Tiny, Of("1-odd"))).Found);
    }

    private static string Of(string run) => $$"""teacher={"use":"previous","run":"{{run}}"}""";

    private static UserErrorException Problem(TemporaryFolder folder, string run) =>
        Assert.Single(Assert.Throws<PipelineException>(() => Pipelines.Run(folder, Pipelines.Tiny, Of(run))).Problems);

    private static (string Run, bool IsStored) Latest(TemporaryFolder folder)
    {
        var watcher = new CollectingWatcher();
        var run = Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny, Of("latest"));
        return ((string)JsonNode.Parse(File.ReadAllText(Path.Combine(run.Folder, "pipeline.json")))!["teacher"]!["run"]!, watcher.Stored.Contains("teacher"));
    }

    private static void Write(TemporaryFolder folder, string? model, string settings)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, ".kd", "runs", "1-odd")).FullName, "student.safetensors");
        SafeTensors.Write(path, new Dictionary<string, torch.Tensor> { ["weight"] = torch.ones(2) }, model is null ? null : new Dictionary<string, string>
        {
            ["pluginkd.model"] = model,
            ["pluginkd.settings"] = settings,
            ["pluginkd.classes"] = """["x","y"]""",
        });
    }
}
