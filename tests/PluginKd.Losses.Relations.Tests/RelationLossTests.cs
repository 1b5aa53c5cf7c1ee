namespace PluginKd.Losses.Relations.Tests;

public class RelationLossTests
{
    [Fact]
    public void Signals_are_named_in_the_settings()
    {
        var loss = new SimilarityPreserving(new() { Student = "hidden.1", Teacher = "hidden.3" });
        Assert.Equal(["hidden.1"], loss.Needs.Student);
        Assert.Equal(["hidden.3"], loss.Needs.Teacher);
        Assert.False(loss.Needs.IsPerExample);
    }

    // So many examples at once give the same as a few, and no gradient is asked for where nobody trains.
    [Fact]
    public void Angles_in_pieces_are_those_at_once_with_and_without_a_gradient()
    {
        foreach (var most in new[] { 1, 97, 200, 1000 })
        {
            var loss = new RkdAngle(new()) { MostNumbers = most };
            var (value, gradient) = Losses.Look(loss, Golden.Student(), Golden.Teacher());
            var (expected, expectedGradient) = Losses.Look(new RkdAngle(new()), Golden.Student(), Golden.Teacher());
            Assert.Equal(expected, value, 1e-14);
            Assert.All(expectedGradient.Zip(gradient), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
            using var quiet = no_grad();
            Assert.Equal(expected, loss.Evaluate(Losses.Batch(Golden.Student(), Golden.Teacher())).ToDouble(), 1e-14);
        }
    }

    [Fact]
    public void Signals_of_different_widths_are_refused_with_what_to_type_unless_a_width_is_set()
    {
        var (student, teacher) = (Golden.Student(), Golden.Teacher(12));
        var error = Assert.Throws<UserErrorException>(() => new CorrelationConsecutive(new()).Evaluate(Losses.Batch(student, teacher)));
        Assert.Equal("'embedding' of the student has 8 numbers, 'embedding' of the teacher 12", error.Found);
        Assert.Contains("set width", error.Fix, StringComparison.Ordinal);

        var loss = new CorrelationConsecutive(new() { Width = 5 });
        var batch = Losses.Batch(student.to(float32).requires_grad_(), teacher.to(float32));
        var module = loss.CreateModule(batch.Student, batch.Teacher);
        Assert.Equal([(5, 8), (5, 12)], module.parameters().Where(p => p.dim() == 2).Select(p => (p.size(0), p.size(1))));
        loss.Evaluate(batch).backward();
        Assert.All(module.parameters(), p => Assert.True(p.grad!.abs().sum().ToDouble() > 0));
    }

    // δ is (0, 2) and (3, 1) in two places: 0·3 + 2·1.
    [Fact]
    public void Neighbours_are_off_in_the_same_place() =>
        Assert.Equal(2, Losses.Look(new CorrelationConsecutive(new()), tensor(new double[,] { { 1, 5 }, { 3, 0 } }), tensor(new double[,] { { 1, 3 }, { 0, 1 } })).Value, 1e-12);
}
