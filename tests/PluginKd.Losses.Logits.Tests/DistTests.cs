namespace PluginKd.Losses.Logits.Tests;

public class DistTests
{
    // reference/losses.py: the second row is left out and the first counted twice.
    [Fact]
    public void Correlates_by_the_weights_of_examples()
    {
        var (value, gradient) = Losses.Look(new Dist(new()), Golden.Student(), Golden.Teacher(), weights: [2, 0, 1, 1]);
        Assert.Equal(0.907980369787, value, 1e-9);
        Assert.Equal(0.732451301332, gradient.Sum(Math.Abs), 1e-9);
        Assert.Equal(-0.110859773642, gradient[0], 1e-9);
    }

    // Between examples one row has nothing to correlate: ρ = 0, and the second part is γ, without a gradient.
    [Fact]
    public void Has_the_first_part_only_for_a_batch_of_one()
    {
        var (student, teacher) = (Golden.Student().narrow(0, 0, 1), Golden.Teacher().narrow(0, 0, 1));
        var both = Losses.Look(new Dist(new() { Gamma = 3 }), student, teacher, [0]);
        var first = Losses.Look(new Dist(new() { Gamma = 0 }), student, teacher, [0]);
        Assert.Equal(first.Value + 3, both.Value, 1e-12);
        Assert.Equal(first.Gradient, both.Gradient, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    // Two classes: p and 1 − p rise and fall together or against each other, so ρ is 1 or −1 for each example, by the sign of the margins.
    [Fact]
    public void Equals_the_hand_worked_value_for_two_classes()
    {
        var student = tensor(new[] { 1.0, 0, 1, 0, 0, 2, 3, 0 }).reshape(4, 2);
        var teacher = tensor(new[] { 5.0, 0, 0, 1, 0, 1, 2, 0 }).reshape(4, 2);
        Assert.Equal(1 - ((1.0 - 1 + 1 + 1) / 4), Losses.Value(new Dist(new() { Gamma = 0 }), student, teacher), 1e-6);
    }

    // With both sides alike each correlation is n² / (n² + 1e-8), n the norm of the centred probabilities: 1 but for classes that hardly vary.
    [Fact]
    public void Is_zero_where_student_and_teacher_agree_but_for_the_small_number()
    {
        var p = Golden.Student().softmax(1);
        double Missing(Tensor centred, long dim) => (1e-8 / (centred.square().sum(dim) + 1e-8)).mean().ToDouble();
        var expected = Missing(p - p.mean([1], keepdim: true), 1L) + Missing(p - p.mean([0], keepdim: true), 0L);
        Assert.Equal(expected, Losses.Value(new Dist(new()), Golden.Student(), Golden.Student()), 1e-12);
        Assert.Equal(0, expected, 1e-5);
    }

    [Fact]
    public void Is_a_relation_between_the_examples_of_a_batch() => Assert.False(new Dist(new()).Needs.IsPerExample);
}
