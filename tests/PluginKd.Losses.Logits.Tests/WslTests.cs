namespace PluginKd.Losses.Logits.Tests;

public class WslTests
{
    // Gradient of the example: τ·w·(pS − pT), w held; w = 1 − exp(−CE_S / CE_T) with the cross-entropies of both sides on these inputs, torch 1.13.1, float64.
    [Fact]
    public void Has_the_gradient_worked_out_by_hand()
    {
        double[] costS = [2.2125193171, 4.4091316877, 1.8117086943, 0.7201838942];
        double[] costT = [0.2062504200, 5.3235808476, 3.0514613139, 0.2070810027];
        var (_, gradient) = Losses.Look(new Wsl(new()), Golden.Student(), Golden.Teacher());
        var moved = ((Golden.Student() / 2).softmax(1) - (Golden.Teacher() / 2).softmax(1)).data<double>().ToArray();
        for (var k = 0; k < gradient.Length; k++)
            Assert.Equal(2 * (1 - Math.Exp(-costS[k / 5] / costT[k / 5])) * moved[k] / 4, gradient[k], 1e-7);
    }

    // Equal costs of the label: w = 1 − 1/e; equal scores: ln 2 of soft cross-entropy; τ² = 4.
    [Fact]
    public void Equals_the_hand_worked_value() =>
        Assert.Equal(4 * (1 - Math.Exp(-1)) * Math.Log(2), Losses.Value(new Wsl(new()), zeros(1, 2, float64), zeros(1, 2, float64), [0]), 1e-6);

    [Fact]
    public void Counts_an_example_in_full_whose_label_only_the_teacher_knows()
    {
        var (student, teacher) = (zeros(1, 2, float64), tensor(new[] { 100.0, 0 }).reshape(1, 2));
        Assert.Equal(4 * Math.Log(2), Losses.Value(new Wsl(new()), student, teacher, [0]), 1e-9);
    }

    [Fact]
    public void Counts_an_example_for_nothing_whose_label_the_student_knows_for_certain() =>
        Assert.Equal(0, Losses.Value(new Wsl(new()), tensor(new[] { 1000.0, 0 }).reshape(1, 2), zeros(1, 2, float64), [0]), 1e-12);
}
