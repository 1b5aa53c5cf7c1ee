using System.Text.Json;

namespace PluginKd.Hosting.Tests;

public class PipelineRunnerTests
{
    [Fact]
    public void Every_test_split_is_measured_with_what_was_chosen_on_validation()
    {
        const string Json = """
            { "data": { "use": "generated-reviews", "train": 100, "unlabelled": 100, "validation": 50, "test": 50 },
              "teacher": { "use": "trained", "model": { "use": "ngram" }, "epochs": 2 }, "baseline": true,
              "distill": { "use": "offline", "epochs": 2, "student": { "use": "ngram", "width": 8 }, "loss": [ { "use": "soft-target" } ] },
              "evaluate": [ { "use": "calibration" } ] }
            """;
        using var folder = new TemporaryFolder();
        var measured = Pipelines.Run(folder, Json).Measurements;
        Assert.Equal(6, measured.Count);
        foreach (var model in measured.GroupBy(m => m.Model))
            Assert.Single(model.Select(m => m.Measurement.Metrics.Single(metric => metric.Name == "temperature").Value).Distinct());
    }

    [Fact]
    public void Runs_all_stages_and_the_student_learns()
    {
        using var folder = new TemporaryFolder();
        var watcher = new CollectingWatcher();

        var result = Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny);

        Assert.Equal(["data: tiny", "rehearsal: a dry batch", "teacher: trained", "distill: offline", "average: last", "evaluate: classification"], watcher.Stages);
        Assert.True(result.Find("teacher", "test", "accuracy") > 0.9);
        Assert.True(result.Find("student", "test", "accuracy") > 0.9);
        Assert.Equal("train 60, unlabelled 40, test 30; 3 classes", watcher.Summaries["data"]);
    }

    [Fact]
    public void Leaves_pipeline_record_metrics_networks_and_results_and_nothing_unfinished()
    {
        using var folder = new TemporaryFolder();

        var result = Pipelines.Run(folder, Pipelines.Tiny);

        var files = Directory.EnumerateFiles(result.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.StartsWith("events.out.tfevents.", files.First(), StringComparison.Ordinal);
        Assert.Equal(["metrics.jsonl", "pipeline.json", "record.json", "results.json", "student.safetensors", "teacher.safetensors"], files.Skip(1));
        Assert.Equal("complete", Json(result, "record.json").GetProperty("status").GetString());
        Assert.Equal(0.9, Json(result, "pipeline.json").GetProperty("distill").GetProperty("loss")[0].GetProperty("weight").GetDouble());
        Assert.Contains(File.ReadLines(Path.Combine(result.Folder, "metrics.jsonl")), line => line.StartsWith("{\"stage\":\"distill\",\"step\":", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_runs_of_one_seed_end_with_the_same_bits_and_another_seed_with_others()
    {
        byte[] Student(params string[] changes)
        {
            using var folder = new TemporaryFolder();
            return File.ReadAllBytes(Path.Combine(Pipelines.Run(folder, Pipelines.Tiny, changes).Folder, "student.safetensors"));
        }

        Assert.Equal(Student(), Student());
        Assert.NotEqual(Student(), Student("seed=4"));
    }

    // A weight that ends where it began is a number; one that warms up makes another student.
    [Fact]
    public void A_weight_that_changes_over_the_run_reaches_the_student()
    {
        string Student(string weight)
        {
            using var folder = new TemporaryFolder();
            return Convert.ToHexString(File.ReadAllBytes(Path.Combine(Pipelines.Run(folder, Pipelines.Tiny, $"distill.loss.0.weight={weight}").Folder, "student.safetensors")));
        }

        var constant = Student("0.9");
        Assert.Equal(constant, Student("""{"from":0.9,"to":0.9}"""));
        Assert.NotEqual(constant, Student("""{"to":0.9,"end":5,"by":"epoch"}"""));
    }

    [Fact]
    public void Another_loss_leaves_the_teacher_as_it_was()
    {
        byte[] Teacher(params string[] changes)
        {
            using var folder = new TemporaryFolder();
            return File.ReadAllBytes(Path.Combine(Pipelines.Run(folder, Pipelines.Tiny, changes).Folder, "teacher.safetensors"));
        }

        Assert.Equal(Teacher(), Teacher("distill.loss.0.temperature=8"));
    }

    [Fact]
    public void What_a_stage_draws_does_not_depend_on_the_stages_before_it()
    {
        string Drawn(params string[] changes)
        {
            using var folder = new TemporaryFolder();
            var watcher = new CollectingWatcher();
            Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny, ["""select=[{"use":"coin"}]""", .. changes]);
            return watcher.Summaries["select"];
        }

        Assert.Equal(Drawn(), Drawn("teacher.epochs=7", "teacher.model.dropout=0.5"));
        Assert.NotEqual(Drawn(), Drawn("seed=4"));
    }

    [Fact]
    public void A_selector_put_in_front_changes_no_draw_of_the_others()
    {
        var watchers = new[] { new CollectingWatcher(), new CollectingWatcher() };
        string[] pipelines = ["""select=[{"use":"coin"}]""", """select=[{"use":"sure-ones"},{"use":"coin"}]"""];
        for (var i = 0; i < 2; i++)
        {
            using var folder = new TemporaryFolder();
            // A teacher that is sure of everything, so that the first selector keeps all examples.
            Pipelines.Run(folder, watchers[i], CancellationToken.None, Pipelines.Tiny, pipelines[i], "teacher.epochs=200");
        }

        Assert.Equal("train 60, unlabelled 40", watchers[1].Summaries["select"]);
        Assert.Equal(watchers[0].Summaries["select"], watchers[1].Summaries["select.1"]);
    }

    [Theory]
    [InlineData("""distill.on=["trian"]""", "distill.on.0")]
    [InlineData("""teacher.on=["train","test"]""", "teacher.on.1")]
    public void A_split_that_is_not_there_is_named_with_its_place_before_anything_is_trained(string change, string where)
    {
        using var folder = new TemporaryFolder();
        var watcher = new CollectingWatcher();

        var error = Assert.Throws<PipelineException>(() => Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny, change));

        Assert.Equal(where, Assert.Single(error.Problems).Where);
        Assert.Equal(["data: tiny", "rehearsal: a dry batch"], watcher.Stages);
    }

    [Fact]
    public void A_distiller_may_name_a_split_that_only_an_augmenter_makes()
    {
        using var folder = new TemporaryFolder();
        var result = Pipelines.Run(folder, Pipelines.Tiny, "data.unlabelled=0", """augment=[{"use":"forget-labels"}]""",
            """distill.on=["unlabelled"]""", """distill.loss=[{"use":"soft-target"}]""");
        Assert.NotNull(result.Find("student", "test", "accuracy"));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.File(".kd", "a file where a folder goes");
        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, Pipelines.Tiny));
        Assert.Contains("the store cannot be used", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Selectors_and_augmenters_change_what_is_distilled_on()
    {
        using var folder = new TemporaryFolder();
        var watcher = new CollectingWatcher();

        Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny,
            """select=[{"use":"every-second"},{"use":"sure-ones"}]""", """augment=[{"use":"forget-labels"}]""");

        Assert.Equal("train 30, unlabelled 20", watcher.Summaries["select"]);
        Assert.Equal("select.1: sure-ones", watcher.Stages[4]);
        Assert.Matches("^train (2[0-9]|30), unlabelled (3[0-9]|4[0-9]|50)$", watcher.Summaries["augment"]);
    }

    [Theory]
    [InlineData("two-each", "the student answers with three classes although it has six outputs")]
    [InlineData("regressor", "a module is trained along")]
    [InlineData("centred", "the loss is fitted to the teacher first")]
    public void Losses_may_widen_the_output_bring_a_module_or_fit_themselves(string loss, string because)
    {
        using var folder = new TemporaryFolder();

        var result = Pipelines.Run(folder, Pipelines.Tiny, $$"""distill.loss=[{"use":"{{loss}}"},{"use":"cross-entropy"}]""");

        Assert.True(result.Find("student", "test", "accuracy") > 0.8, because);
        using var header = JsonDocument.Parse(HeaderOf(Path.Combine(result.Folder, "student.safetensors")));
        Assert.DoesNotContain(header.RootElement.EnumerateObject(), tensor => tensor.Name.Contains("map", StringComparison.Ordinal));
    }

    [Fact]
    public void A_baseline_is_a_second_student_beside_the_distilled_one()
    {
        using var folder = new TemporaryFolder();

        var result = Pipelines.Run(folder, Pipelines.Tiny,
            """baseline={"use":"offline","student":{"use":"mlp"},"on":["train"],"epochs":5,"loss":[{"use":"cross-entropy"}]}""");

        Assert.Equal(["teacher", "baseline", "student"], result.Models.Select(m => m.Name));
        Assert.NotNull(result.Find("baseline", "test", "accuracy"));
    }

    [Fact]
    public void The_wish_to_stop_ends_the_run_within_a_batch_and_is_in_the_record()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var watcher = new StoppingWatcher(stop, atStep: 5);

        Assert.ThrowsAny<OperationCanceledException>(() => Pipelines.Run(folder, watcher, stop.Token, Pipelines.Tiny, "distill.epochs=100000"));

        Assert.Equal(5, watcher.Steps);
        var run = Directory.EnumerateDirectories(Path.Combine(folder.Path, ".kd", "runs")).Single();
        Assert.Contains("\"stopped\"", File.ReadAllText(Path.Combine(run, "record.json")), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(run, "*.partial"));
        Assert.False(File.Exists(Path.Combine(run, "student.safetensors")));
    }

    [Fact]
    public void A_plugin_that_throws_while_it_works_is_named_with_its_stage()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, Pipelines.Tiny, """evaluate=[{"use":"throws-in-run"}]"""));

        Assert.Equal(UserErrorKind.Plugin, error.Kind);
        Snapshot.Match(error.Message);
    }

    [Fact]
    public void A_loss_that_is_no_number_any_more_stops_the_run()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, Pipelines.Tiny,
            """distill.optimizer={"name":"sgd","learning-rate":100}""", "distill.loss.1.weight=1e30"));

        Assert.Equal(UserErrorKind.Run, error.Kind);
        Assert.Contains("lower optimizer.learning-rate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_for_other_inputs_is_refused_before_anything_is_trained()
    {
        using var folder = new TemporaryFolder();
        var watcher = new CollectingWatcher();

        var error = Assert.Throws<PipelineException>(() => Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny, """distill.student={"use":"text-cnn"}"""));

        Assert.Equal(["data: tiny", "rehearsal: a dry batch"], watcher.Stages);
        Snapshot.Match(error.Message);
    }

    [Fact]
    public void A_loss_without_its_signal_is_refused_before_any_data_are_read()
    {
        using var folder = new TemporaryFolder();
        var watcher = new CollectingWatcher();

        Assert.Throws<PipelineException>(() => Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny, "teacher=null"));

        Assert.Empty(watcher.Stages);
    }

    private static JsonElement Json(RunResult result, string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(result.Folder, file))).RootElement;

    private static byte[] HeaderOf(string safetensors)
    {
        var bytes = File.ReadAllBytes(safetensors);
        return bytes[8..(8 + (int)BitConverter.ToInt64(bytes))];
    }

    private sealed class StoppingWatcher(CancellationTokenSource stop, int atStep) : CollectingWatcher
    {
        public int Steps { get; private set; }

        public override void Step(string stage, StageStep step)
        {
            if (stage == "distill" && ++Steps == atStep) stop.Cancel();
        }
    }
}
