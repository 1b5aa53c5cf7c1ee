namespace PluginKd.Losses.Logits.Tests;

public class DkdTests
{
    private const double Exact = 1e-12;

    // Zhao et al. 2022, equation 7: KD = TCKD + (1 − p_y)·NCKD, example by example, p_y of the teacher.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Both_parts_make_up_the_soft_target_loss(double temperature)
    {
        for (var n = 0; n < 4; n++)
        {
            var (student, teacher, label) = (Golden.Student().narrow(0, n, 1), Golden.Teacher().narrow(0, n, 1), Golden.Labels[n]);
            double Part(double alpha, double beta) =>
                Losses.Value(new Dkd(new() { Alpha = alpha, Beta = beta, Temperature = temperature }), student, teacher, [label]);
            var others = 1 - (teacher / temperature).softmax(1)[0, label].ToDouble();
            Assert.Equal(Losses.Value(new SoftTarget(new() { Temperature = temperature }), student, teacher), Part(1, 0) + (others * Part(0, 1)), Exact);
        }
    }

    // The other class of two has nothing to be compared with, and b is the distribution itself.
    [Theory]
    [InlineData(1, 8)]
    [InlineData(0.5, 0)]
    public void Is_alpha_times_soft_target_for_two_classes(double alpha, double beta)
    {
        var (student, teacher) = (Golden.Student().narrow(1, 1, 2), Golden.Teacher().narrow(1, 1, 2));
        long[] labels = [0, 1, 1, 0];
        var decoupled = Losses.Look(new Dkd(new() { Alpha = alpha, Beta = beta }), student, teacher, labels);
        var plain = Losses.Look(new SoftTarget(new()), student, teacher);
        Assert.Equal(alpha * plain.Value, decoupled.Value, Exact);
        Assert.Equal(plain.Gradient.Select(g => alpha * g), decoupled.Gradient, (a, b) => Math.Abs(a - b) < Exact);
    }

    [Fact]
    public void Is_zero_for_one_class()
    {
        var (value, gradient) = Losses.Look(new Dkd(new()), Golden.Student().narrow(1, 0, 1), Golden.Teacher().narrow(1, 0, 1), [0, 0, 0, 0]);
        Assert.Equal(0, value);
        Assert.All(gradient, g => Assert.Equal(0, g));
    }

    // Two classes of ±10,000 at τ = 1: pT = (1, 0), ln pS = (−20,000, 0), so the loss is 20,000 and its gradient pS − pT = (−1, 1).
    [Fact]
    public void Is_right_where_the_student_is_certain_and_wrong()
    {
        var (value, gradient) = Losses.Look(new Dkd(new() { Temperature = 1 }), tensor(new[] { -1e4, 1e4 }).reshape(1, 2), tensor(new[] { 1e4, -1e4 }).reshape(1, 2), [0]);
        Assert.Equal(20_000, value, 1e-9);
        Assert.Equal([-1, 1], gradient);
    }

    // Where the label takes all probability, the others are ranked all the same: teacher and student agree but for two of them, a = ln 3 apart.
    [Fact]
    public void Ranks_the_other_classes_where_the_label_has_all_the_probability()
    {
        var teacher = tensor(new[] { 1e4, Math.Log(3), 0 }).reshape(1, 3);
        var student = tensor(new[] { 1e4, 0.0, 0 }).reshape(1, 3);
        var expected = (0.75 * Math.Log(1.5)) + (0.25 * Math.Log(0.5));
        Assert.Equal(8 * expected, Losses.Value(new Dkd(new() { Temperature = 1 }), student, teacher, [0]), 1e-9);
    }

    [Fact]
    public void Reads_logits_of_both_sides_and_labels()
    {
        var needs = new Dkd(new()).Needs;
        Assert.Equal(["logits"], needs.Student);
        Assert.Equal(["logits"], needs.Teacher);
        Assert.True(needs.Labels);
    }
}
