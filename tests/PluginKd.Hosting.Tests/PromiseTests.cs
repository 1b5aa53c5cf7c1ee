using System.Text.Json.Nodes;

namespace PluginKd.Hosting.Tests;

/// <summary>What would spoil a result without anybody noticing is refused, or told.</summary>
public class PromiseTests
{
    private static readonly string[] OnPoints = ["""data={"use":"points"}""", "teacher.epochs=5", "distill.epochs=3"];

    [Theory]
    [InlineData("class 'd' has no training example", "data.classes=4")]
    [InlineData("classes 'd', 'e' have no training example", "data.classes=5")]
    [InlineData("4 of 64 examples of 'train' (number 0, 1, 2, 3) are in a test split, too", "data.leaked=4")]
    [InlineData("7 of 67 examples of 'train' (number 0, 1, 2, 3, 4, …) are in a test split, too", "data.leaked=7")]
    [InlineData("teacher 'odd' gives the same 'logits' for all 60 examples", """teacher={"use":"odd-teacher"}""")]
    [InlineData("teacher 'odd' answers with NaN or infinity: 'logits' of example 59", """teacher={"use":"odd-teacher","oddity":"not-a-number"}""")]
    [InlineData("the weights of the teacher 'teacher' have moved while the student was trained", """distill={"use":"moves-teacher","student":{"use":"mlp"}}""")]
    [InlineData("early stopping watches the validation split, and there is none", "distill.early-stopping.patience=2")]
    [InlineData("the training loss is no finite number any more in step 1, epoch 1: 'cross-entropy' is", "data.scale=1e38", "teacher=null", """distill.loss=[{"use":"cross-entropy"}]""")]
    [InlineData("the weights are the same, to the bit, as before the training", """distill.optimizer={"name":"sgd","learning-rate":1e-9}""", "distill.loss.0.weight=1e-9", "distill.loss.1.weight=0")]
    public void A_run_that_would_teach_nothing_or_tell_an_untruth_ends_with_the_reason(string found, params string[] changes)
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, Pipelines.Tiny, [.. OnPoints, .. changes]));
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
        Assert.NotEmpty(error.Where);
        Stores.RequireValid(folder);
    }

    [Theory]
    [InlineData("drop", "train 60, test 30; 3 classes", "are left out")]
    [InlineData("allow", "train 67, test 30; 3 classes", "and stay")]
    public void Leaks_are_dropped_or_allowed_as_the_pipeline_says(string rule, string data, string word)
    {
        using var folder = new TemporaryFolder();
        var watcher = new ListeningWatcher();
        Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny, [.. OnPoints, "data.leaked=7", $"leaks={rule}"]);
        Assert.Equal(data, watcher.Summaries["data"]);
        Assert.Contains(watcher.Words, w => w.Contains(word, StringComparison.Ordinal) && w.Contains("7 of 67 examples of 'train'", StringComparison.Ordinal));
    }

    [Fact]
    public void What_an_augmenter_makes_is_held_against_the_test_too()
    {
        using var folder = new TemporaryFolder();
        folder.File("train.tsv", "bad play\t0\nfine cast\t1\n");
        folder.File("test.tsv", "Good film\t1\nodd play\t0\n");
        const string Json = """
            { "data": { "use": "text", "train": "train.tsv", "test": "test.tsv" }, "augment": [ { "use": "says", "texts": ["good film!", "new words"] } ],
              "distill": { "use": "offline", "epochs": 1, "student": { "use": "ngram" }, "loss": [ { "use": "cross-entropy" } ] }, "evaluate": [ { "use": "classification" } ] }
            """;
        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, Json));
        Assert.Equal(("1 of 2 examples of 'said' (number 0) are in a test split, too", "augment"), (error.Found, error.Where));

        var watcher = new ListeningWatcher();
        Pipelines.Run(folder, watcher, CancellationToken.None, Json, "leaks=drop");
        Assert.Equal("train 2, unlabelled 1", watcher.Summaries["augment"]);
    }

    [Theory]
    [InlineData("good film", true)]
    [InlineData("  GOOD, film!! ", true)]
    [InlineData("Good\u00a0film.", true)]
    [InlineData("good films", false)]
    [InlineData("goodfilm", false)]
    [InlineData("！", false, "？")]
    [InlineData(":-)", true, " :-) ")]
    [InlineData("good 😀", false, "good 😡")]
    [InlineData("𠀀", false, "𠀁")]
    [InlineData("पिता", false, "पीता")]
    [InlineData("ปี", false, "ปู")]
    public void A_text_is_the_same_whatever_its_case_punctuation_and_blanks(string trained, bool isLeak, string tested = "Good film")
    {
        using var folder = new TemporaryFolder();
        folder.File("train.tsv", $"bad play\t0\n{trained}\t1\n");
        folder.File("test.tsv", $"{tested}\t1\nodd play\t0\n");
        const string Json = """{ "data": { "use": "text", "train": "train.tsv", "test": "test.tsv" }, "distill": { "use": "offline", "epochs": 1, "student": { "use": "ngram" }, "loss": [ { "use": "cross-entropy" } ] }, "evaluate": [ { "use": "classification" } ] }""";
        var error = Record.Exception(() => Pipelines.Run(folder, Json));
        if (isLeak) Assert.Contains("1 of 2 examples of 'train' (number 1) are in a test split, too", error.Message, StringComparison.Ordinal);
        else Assert.Null(error);
    }

    [Fact]
    public void A_loss_that_hardly_pulls_is_named_and_its_share_is_in_the_metrics()
    {
        using var folder = new TemporaryFolder();
        var watcher = new ListeningWatcher();
        var result = Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny, [.. OnPoints, "distill.loss.1.weight=0.0001"]);

        Assert.Single(watcher.Words, word => word.Contains("stage 'distill': the loss term 'cross-entropy' has", StringComparison.Ordinal) && word.Contains("it teaches next to nothing", StringComparison.Ordinal));
        Assert.DoesNotContain(watcher.Words, word => word.Contains("'soft-target'", StringComparison.Ordinal));
        var shares = File.ReadLines(Path.Combine(result.Folder, "metrics.jsonl")).Select(line => JsonNode.Parse(line)!.AsObject())
            .Where(line => (string)line["stage"]! == "distill").ToList();
        double Share(string loss) => shares.First(line => line.ContainsKey($"gradient-share/{loss}"))[$"gradient-share/{loss}"]!.GetValue<double>();
        Assert.InRange(Share("cross-entropy"), 0, 0.01);
        Assert.Equal(1, Share("cross-entropy") + Share("soft-target"), 12);
    }

    [Theory]
    [InlineData(60, "distill.epochs=3")]
    [InlineData(100, "distill.epochs=3", "data={\"use\":\"tiny\"}")]
    [InlineData(0, "distill.steps=17")]
    public void The_baseline_makes_as_many_updates_as_the_student(int examples, params string[] changes)
    {
        using var folder = new TemporaryFolder();
        var result = Pipelines.Run(folder, Pipelines.Tiny, [.. OnPoints, "baseline=true", .. changes]);
        long Steps(string stage) => File.ReadLines(Path.Combine(result.Folder, "metrics.jsonl")).Select(line => JsonNode.Parse(line)!)
            .Where(line => (string)line["stage"]! == stage && line["loss"] is not null).Max(line => (long)line["step"]!);
        // Three epochs of batches of 16.
        Assert.Equal(examples == 0 ? 17 : 3 * ((examples + 15) / 16), Steps("distill"));
        Assert.Equal(Steps("distill"), Steps("baseline"));
        Assert.NotNull(result.Find("baseline", "test", "accuracy"));
    }
}
