namespace PluginKd.Losses.Logits.Tests;

public class TopKSoftTargetTests
{
    [Theory]
    [InlineData(TopKTail.OneClass)]
    [InlineData(TopKTail.Dropped)]
    [InlineData(TopKTail.Uniform)]
    public void Is_soft_target_where_k_takes_all_classes(TopKTail tail)
    {
        var plain = Losses.Look(new SoftTarget(new()), Golden.Student(), Golden.Teacher());
        foreach (var k in new[] { 5, 6, int.MaxValue })
        {
            var all = Losses.Look(new TopKSoftTarget(new() { K = k, Tail = tail }), Golden.Student(), Golden.Teacher());
            Assert.Equal(plain.Value, all.Value, 1e-12);
            Assert.Equal(plain.Gradient, all.Gradient, (a, b) => Math.Abs(a - b) < 1e-12);
        }
    }

    // pT = (1/2, 1/4, 1/8, 1/8), pS = 1/4 each, k = 1.
    // One class: ½·ln(½ / ¼) + ½·ln(½ / ¾). Dropped: one class is left, 0. Uniform: the teacher is (½, 1/6, 1/6, 1/6).
    [Theory]
    [InlineData(TopKTail.OneClass, 0.14384103622589045)]
    [InlineData(TopKTail.Dropped, 0)]
    [InlineData(TopKTail.Uniform, 0.14384103622589045)]
    public void Equals_the_hand_worked_value(TopKTail tail, double expected)
    {
        var teacher = tensor(new[] { Math.Log(4), Math.Log(2), 0.0, 0 }).reshape(1, 4);
        var loss = new TopKSoftTarget(new() { K = 1, Tail = tail, Temperature = 1 });
        Assert.Equal(expected, Losses.Value(loss, zeros(1, 4, float64), teacher), 1e-12);
    }

    // One class more sees the sum of the others only; spread evenly, the student is drawn to equal others.
    [Fact]
    public void One_class_is_blind_to_how_the_student_divides_the_rest_and_uniform_is_not()
    {
        var teacher = tensor(new[] { Math.Log(4), Math.Log(2), 0.0, 0 }).reshape(1, 4);
        var even = tensor(new[] { Math.Log(2), 0.0, 0, 0 }).reshape(1, 4);
        var uneven = tensor(new[] { Math.Log(2), Math.Log(2), Math.Log(0.5), Math.Log(0.5) }).reshape(1, 4);
        double Value(TopKTail tail, Tensor student) => Losses.Value(new TopKSoftTarget(new() { K = 1, Tail = tail, Temperature = 1 }), student, teacher);
        Assert.Equal(Value(TopKTail.OneClass, even), Value(TopKTail.OneClass, uneven), 1e-12);
        Assert.True(Value(TopKTail.Uniform, uneven) > Value(TopKTail.Uniform, even) + 0.01);
    }

    // A rest whose probability is smaller than any number: e^−2000.
    [Theory]
    [InlineData(TopKTail.OneClass)]
    [InlineData(TopKTail.Dropped)]
    [InlineData(TopKTail.Uniform)]
    public void Is_finite_where_the_rest_has_no_probability_left(TopKTail tail)
    {
        var teacher = tensor(new[] { 2000.0, 1999, 0, 0 }).reshape(1, 4);
        var (value, gradient) = Losses.Look(new TopKSoftTarget(new() { K = 2, Tail = tail, Temperature = 1 }), teacher.flip(1), teacher);
        Assert.True(double.IsFinite(value));
        Assert.All(gradient, g => Assert.True(double.IsFinite(g)));
    }
}
