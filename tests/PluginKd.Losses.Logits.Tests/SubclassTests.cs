namespace PluginKd.Losses.Logits.Tests;

public class SubclassTests
{
    [Fact]
    public void Asks_for_as_many_outputs_as_there_are_subclasses() => Assert.Equal(12, new Subclass(new() { Subclasses = 3 }).Outputs(4));

    // Subclasses of a class stand side by side: ln(e^0 + e^ln3) = ln 4, ln(1 + 1) = ln 2.
    [Fact]
    public void Reads_the_score_of_a_class_from_its_subclasses()
    {
        var scores = new Subclass(new()).ReadClassScores(tensor(new[] { 0, Math.Log(3), 0, 0 }).reshape(1, 4));
        Assert.Equal([1, 2], scores.shape);
        Assert.Equal([Math.Log(4), Math.Log(2)], scores.data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    // So that the probability of a class is the sum of those of its subclasses, for tokens as for examples.
    [Fact]
    public void Adds_up_the_probabilities_of_subclasses()
    {
        var wide = Golden.Table(6, 6, (i, j) => Math.Sin(i + (2 * j)));
        var read = new Subclass(new() { Subclasses = 3 }).ReadClassScores(wide.reshape(2, 3, 6));
        Assert.Equal([2, 3, 2], read.shape);
        var expected = wide.softmax(1).reshape(6, 2, 3).sum(2);
        Assert.True(read.softmax(-1).reshape(6, 2).allclose(expected, 1e-12, 1e-12));
    }

    [Fact]
    public void Takes_a_batch_without_examples() => Assert.Equal([0, 2], new Subclass(new()).ReadClassScores(zeros(0, 4)).shape);

    [Fact]
    public void Reads_wide_logits_of_the_student_and_the_named_signal_of_the_teacher()
    {
        var needs = new Subclass(new() { TeacherSignal = "fine" }).Needs;
        Assert.Equal(["wide-logits"], needs.Student);
        Assert.Equal(["fine"], needs.Teacher);
        var batch = TinyBatch.Of(new Signals(("wide-logits", Golden.Student())), new Signals(("fine", Golden.Teacher())), 4);
        Assert.Equal(16 * 1.5448571362657124, new Subclass(new() { TeacherSignal = "fine" }).Evaluate(batch).ToDouble(), 1e-9);
    }

    [Theory]
    [InlineData(12, "write \"subclasses\": 4")]
    [InlineData(10, "name another signal in \"teacher-signal\"")]
    public void Tells_how_many_subclasses_the_teacher_has(int scores, string next)
    {
        var error = Assert.Throws<UserErrorException>(() =>
            new Subclass(new() { Subclasses = 2 }).Evaluate(Losses.Batch(zeros(4, 6, float64), zeros(4, scores, float64), Golden.Labels)));
        Assert.Equal($"the teacher's signal 'wide-logits' has {scores} scores for 3 classes", error.Found);
        Assert.Equal("6, 2 for each class", error.Expected);
        Assert.Equal(next, error.Fix);
    }

    [Fact]
    public void Refuses_scores_of_words()
    {
        var batch = TinyBatch.Of(new Signals(("wide-logits", zeros(2, 3, 4))), new Signals(("wide-logits", zeros(2, 3, 4))), 2);
        var error = Assert.Throws<UserErrorException>(() => new Subclass(new()).Evaluate(batch));
        Assert.Equal("the signal 'wide-logits' is [2, 3, 4]", error.Found);
    }
}
