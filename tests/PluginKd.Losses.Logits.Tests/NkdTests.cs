namespace PluginKd.Losses.Logits.Tests;

public class NkdTests
{
    // Rows 0 and 2 of reference/losses.py: rows without a label are no part of the mean.
    [Fact]
    public void Averages_over_the_labelled_examples()
    {
        var (value, gradient) = Losses.Look(new Nkd(new()), Golden.Student(), Golden.Teacher(), [0, -1, 1, -1]);
        Assert.Equal(1.925363701400, value, 1e-9);
        Assert.Equal(0.864197281576, gradient.Sum(Math.Abs), 1e-9);
    }

    // pT = (1/2, 1/4, 1/4), equal student: ½·ln 3 for the label; among the others q = (½, ½) on both sides, γ·ln 2.
    [Fact]
    public void Equals_the_hand_worked_value()
    {
        var teacher = tensor(new[] { Math.Log(2), 0.0, 0 }).reshape(1, 3);
        Assert.Equal((0.5 * Math.Log(3)) + (1.5 * Math.Log(2)), Losses.Value(new Nkd(new()), zeros(1, 3, float64), teacher, [0]), 1e-12);
    }

    [Fact]
    public void Has_no_part_of_other_classes_where_there_are_two()
    {
        var (student, teacher) = (Golden.Student().narrow(1, 0, 2), Golden.Teacher().narrow(1, 0, 2));
        Assert.Equal(Losses.Value(new Nkd(new() { Gamma = 0 }), student, teacher, [0, 1, 1, 0]), Losses.Value(new Nkd(new() { Gamma = 9 }), student, teacher, [0, 1, 1, 0]), 1e-12);
    }
}
