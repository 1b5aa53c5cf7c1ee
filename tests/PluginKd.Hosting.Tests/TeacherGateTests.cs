using System.Globalization;

namespace PluginKd.Hosting.Tests;

/// <summary>A teacher that has nothing to teach stops the run, or is told of.</summary>
public class TeacherGateTests
{
    // Three classes of ten examples each; the teacher 'scaled' answers with the last class wherever the sum of the numbers is above zero, as it is here.
    private static readonly string[] Hopeless = ["""data={"use":"points","validation":30}""", """teacher={"use":"scaled"}""", "baseline=true", "distill.epochs=20"];
    private static readonly string[] Good = ["""data={"use":"points","validation":30}""", "baseline=true", "distill.epochs=5"];

    [Fact]
    public void A_teacher_below_the_baseline_ends_the_run_before_a_student_is_trained()
    {
        using var folder = new TemporaryFolder();
        var watcher = new CollectingWatcher();
        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny, [.. Hopeless, "gate={}"]));
        Assert.Matches(@"^the teacher 'scaled' gets 0\.3333 of 'validation' right, the baseline (0\.[4-9]\d{3}|1\.0000)$", error.Found);
        Assert.Equal(("a teacher that is as good or better", "gate", UserErrorKind.Run), (error.Expected, error.Where, error.Kind));
        Assert.DoesNotContain(watcher.Stages, stage => stage.StartsWith("distill", StringComparison.Ordinal));
        Stores.RequireValid(folder);
    }

    [Fact]
    public void It_is_told_of_and_the_run_goes_on_when_the_pipeline_says_so()
    {
        using var folder = new TemporaryFolder();
        var watcher = new ListeningWatcher();
        Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny, [.. Hopeless, """gate={"margin":0.05,"otherwise":"warn"}"""]);
        Assert.Single(watcher.Words, w => w.Contains("'scaled' gets 0.3333 of 'validation' right", StringComparison.Ordinal) && w.Contains("better by 0.05 or more", StringComparison.Ordinal));
        Assert.StartsWith("right of 'validation': scaled 0.3333, baseline ", watcher.Summaries["gate"], StringComparison.Ordinal);
        Assert.Contains("distill", watcher.Summaries.Keys);
    }

    [Fact]
    public void A_good_teacher_passes_and_another_margin_trains_nothing_again()
    {
        using var folder = new TemporaryFolder();
        var watcher = new ListeningWatcher();
        Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny, [.. Good, "gate={}"]);
        Assert.DoesNotContain(watcher.Words, w => w.Contains("baseline", StringComparison.Ordinal));
        Assert.Contains("gate: teacher against baseline", watcher.Stages);

        var again = new CollectingWatcher();
        Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, again, CancellationToken.None, Pipelines.Tiny, [.. Good, "gate.margin=1"]));
        Assert.Equal(["data", "teacher", "baseline"], again.Stored);

        var without = new CollectingWatcher();
        Pipelines.Run(folder, without, CancellationToken.None, Pipelines.Tiny, Good);
        Assert.Contains("distill", without.Stored);
    }

    // Without a test split the evaluators measure on the validation split: a second count of the same.
    [Fact]
    public void Where_tokens_have_labels_tokens_are_counted()
    {
        const string Words = "Rome O\nsleeps O\n\nParis B-LOC\nnever O\nsleeps O\n\nhe O\nsaw O\nParis B-LOC\n\n";
        using var folder = new TemporaryFolder();
        folder.File("train.txt", Words + "Anna B-PER\nsleeps O\n\nAnna B-PER\nsaw O\nRome B-LOC\n");
        folder.File("valid.txt", Words + "Anna B-PER\nnever O\nsaw O\nBonn B-LOC\n");
        var watcher = new CollectingWatcher();
        var result = Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny, "gate={\"otherwise\":\"warn\"}", "baseline=true",
            $"data={{\"use\":\"conll\",\"path\":\"{folder.Path}\",\"train\":[\"train.txt\"],\"validation\":[\"valid.txt\"]}}",
            "teacher={\"use\":\"trained\",\"model\":{\"use\":\"rnn\",\"width\":8},\"epochs\":5}", "distill.student={\"use\":\"rnn\",\"width\":4}", "distill.epochs=3");
        Assert.Equal(string.Create(CultureInfo.InvariantCulture,
            $"right of 'validation': teacher {result.Find("teacher", "validation", "accuracy"):0.0000}, baseline {result.Find("baseline", "validation", "accuracy"):0.0000}"), watcher.Summaries["gate"]);
    }

    [Fact]
    public void A_gate_needs_a_teacher_a_baseline_and_labels_to_validate_on()
    {
        Assert.Equal(["the gate measures teachers, and there is none", "the gate holds teachers against the baseline, and there is none"],
            Problems("teacher=null", """distill.loss=[{"use":"cross-entropy"}]""", "gate={}"));
        Assert.Equal(["2 is out of range"], Problems("baseline=true", "gate.margin=2"));
        Assert.Equal(["unknown key 'margn'", "'halt' is not one of the choices"], Problems("baseline=true", "gate.margn=0.1", "gate.otherwise=halt"));
        Assert.Equal(["true is not an object in { }"], Problems("baseline=true", "gate=true"));
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<PipelineException>(() => Pipelines.Run(folder, Pipelines.Tiny, "baseline=true", "gate={}"));
        Assert.Equal("the gate measures on the validation split, and there is none", Assert.Single(error.Problems).Found);
    }

    [Theory]
    [InlineData(0, 5, 5, 10, true)]
    [InlineData(0, 4, 5, 10, false)]
    [InlineData(0.1, 3, 2, 10, true)]
    [InlineData(0.3, 6, 3, 10, true)]
    [InlineData(0.3, 5, 3, 10, false)]
    public void The_difference_has_to_be_the_margin_or_more(double margin, int teacher, int baseline, int count, bool passes) =>
        Assert.Equal(passes, new TeacherGate(margin, GateRule.Stop).Passes(teacher, baseline, count));

    private static IEnumerable<string> Problems(params string[] changes) =>
        Assert.Throws<PipelineException>(() => Pipelines.Check(Pipelines.Tiny, changes)).Problems.Select(problem => problem.Found);
}
