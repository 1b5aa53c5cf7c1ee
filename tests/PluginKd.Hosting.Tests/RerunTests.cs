namespace PluginKd.Hosting.Tests;

/// <summary>Changes one thing of a pipeline that was run, and looks which stages run again.</summary>
public sealed class RerunTests : IClassFixture<RerunTests.WasRun>
{
    private const string All = "data rehearsal teacher select select.1 augment baseline distill average evaluate";

    private readonly WasRun _was;

    public RerunTests(WasRun was) => _was = was;

    /// <summary>A folder in which the pipeline was run once; each case adds to its store and takes nothing away.</summary>
    public sealed class WasRun : IDisposable
    {
        internal const string Pipeline = """
            {
              "name": "rerun", "seed": 3, "baseline": true,
              "data": { "use": "points" },
              "teacher": { "use": "trained", "model": { "use": "mlp", "hidden": [ 8 ] }, "epochs": 4, "batch-size": 16, "optimizer": { "learning-rate": 0.05 } },
              "select": [ { "use": "every-second" }, { "use": "sure-ones" } ],
              "augment": [ { "use": "forget-labels" } ],
              "distill": { "use": "offline", "student": { "use": "mlp", "hidden": [ 4 ] }, "epochs": 2,
                           "loss": [ { "use": "soft-target", "temperature": 2 }, { "use": "cross-entropy" } ] },
              "average": { "use": "mean-of-steps" },
              "evaluate": [ { "use": "classification" } ]
            }
            """;

        public WasRun() => Assert.Equal(All, RunAgain());

        internal TemporaryFolder Folder { get; } = new();

        /// <summary>Runs with changes and names the stages that were made, not found.</summary>
        public string RunAgain(params string[] changes)
        {
            var watcher = new CollectingWatcher();
            Pipelines.Run(Folder, watcher, CancellationToken.None, Pipeline, changes);
            return string.Join(' ', watcher.Stages.Select(stage => stage[..stage.IndexOf(':', StringComparison.Ordinal)]));
        }

        public void Dispose() => Folder.Dispose();
    }

    [Theory]
    [InlineData("", "name=other")]
    [InlineData("", "distill.loss.0.temperature=2.0")]
    [InlineData(All, "seed=4")]
    [InlineData(All, "leaks=allow")]
    [InlineData(All, "data.train=57")]
    [InlineData("rehearsal teacher select select.1 augment baseline distill average evaluate", "teacher.epochs=5")]
    [InlineData("rehearsal teacher select select.1 augment baseline distill average evaluate", "teacher.model.dropout=0.1")]
    [InlineData("select select.1 augment baseline distill average evaluate", "teacher-signals=float16")]
    [InlineData("rehearsal select select.1 augment baseline distill average evaluate", "select.0.use=coin")]
    [InlineData("rehearsal select.1 augment baseline distill average evaluate", "select.1.use=coin")]
    [InlineData("rehearsal augment baseline distill average evaluate", "augment.0.every=3")]
    [InlineData("rehearsal baseline distill average evaluate", "distill.epochs=3")]
    [InlineData("rehearsal distill average evaluate", "distill.loss.0.temperature=3")]
    [InlineData("rehearsal distill average evaluate", "average.every=2")]
    [InlineData("rehearsal distill evaluate", "average=null")]
    [InlineData("evaluate", "baseline=false")]
    [InlineData("rehearsal baseline evaluate", """baseline={"use":"offline","student":{"use":"mlp"},"loss":[{"use":"cross-entropy"}]}""")]
    [InlineData("evaluate", "evaluate.0={\"use\":\"prints\"}")]
    public void One_change_runs_exactly_the_stages_that_depend_on_it(string expected, string change)
    {
        Assert.Equal(expected, _was.RunAgain(change));
        Assert.Equal("", _was.RunAgain(change));
        Assert.Equal("", _was.RunAgain());
    }

    [Theory]
    [InlineData(0, "distill.loss.0.temperature=5")]
    [InlineData(0, "distill.epochs=7")]
    [InlineData(1, "augment.0.every=2")]
    [InlineData(2, "teacher.epochs=9")]
    [InlineData(2, "data.train=55")]
    [InlineData(2, "data.scale=1.1")]
    [InlineData(2, "teacher-signals=top-2")]
    public void Teacher_signals_are_computed_anew_for_another_teacher_row_or_transform_and_for_nothing_else(int files, string change)
    {
        int Signals() => Stores.Records(_was.Folder).Values.Count(record => record.Stage == "signals");
        var before = Signals();
        _was.RunAgain(change);
        Assert.Equal(files, Signals() - before);
    }

    [Fact]
    public void A_teacher_of_the_same_weights_that_answers_differently_has_signals_of_its_own()
    {
        const string Scaled = """teacher={"use":"scaled"}""";
        using var folder = new TemporaryFolder();
        byte[] Student(params string[] changes) => Stores.Student(Pipelines.Run(folder, Pipelines.Tiny, [Scaled, "distill.epochs=3", .. changes]));
        Assert.NotEqual(Student(), Student("teacher.by=-1"));
        Assert.Equal(2, Stores.Records(folder).Values.Count(record => record.Stage == "signals"));
    }

    [Fact]
    public void A_file_that_changes_after_it_was_hashed_leaves_no_result_under_the_key_of_the_old_one()
    {
        const string Json = """{ "data": { "use": "text", "train": "a.tsv", "test": "test.tsv" }, "distill": { "use": "offline", "epochs": 1, "student": { "use": "ngram" }, "loss": [ { "use": "cross-entropy" } ] }, "evaluate": [ { "use": "classification" } ] }""";
        using var folder = new TemporaryFolder();
        folder.File("test.tsv", "fine film\t1\nawful film\t0\n");
        folder.File("a.tsv", "good film\t1\nbad film\t0\n");
        var changing = new ChangingWatcher(() => folder.File("a.tsv", "good film\t1\nbad film\t0\ngreat film\t1\n"));

        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, changing, CancellationToken.None, Json));
        Assert.Equal("the file of data.train.0 was changed while the run went on", error.Found);
        Assert.Empty(Stores.Records(folder));

        var watcher = new CollectingWatcher();
        Pipelines.Run(folder, watcher, CancellationToken.None, Json);
        Assert.StartsWith("train 3", watcher.Summaries["data"], StringComparison.Ordinal);
    }

    [Fact]
    public void Data_files_count_by_their_bytes_not_by_their_age_or_by_what_lies_in_the_project_beside_them()
    {
        const string Json = """{ "data": { "use": "text", "train": "a.tsv", "test": "test.tsv" }, "distill": { "use": "offline", "epochs": 1, "student": { "use": "ngram" }, "loss": [ { "use": "cross-entropy" } ] }, "evaluate": [ { "use": "classification" } ] }""";
        using var folder = new TemporaryFolder();
        string Again(string train)
        {
            folder.File("a.tsv", train);
            var watcher = new CollectingWatcher();
            Pipelines.Run(folder, watcher, CancellationToken.None, Json);
            return string.Join(' ', watcher.Stages.Select(stage => stage.Split(':')[0]));
        }

        folder.File("test.tsv", "fine film\t1\nawful film\t0\n");
        Assert.Equal("data rehearsal distill evaluate", Again("good film\t1\nbad film\t0\n"));
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "a.tsv"), DateTime.UnixEpoch);
        Assert.Equal("", Again("good film\t1\nbad film\t0\n"));
        Assert.Equal("data rehearsal distill evaluate", Again("good film\t1\nbad film\t0\ngreat film\t1\n"));
        Assert.Equal("", Again("good film\t1\nbad film\t0\n"));
    }

    private sealed class ChangingWatcher(Action change) : CollectingWatcher, IRunWatcher
    {
        void IRunWatcher.StageStarts(string stage, string plugin) => change();
    }
}
