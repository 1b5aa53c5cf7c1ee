namespace PluginKd.Losses.Relations.Tests;

/// <summary>Inputs that break careless formulas, for every loss of the project: value and gradient stay finite.</summary>
public class HostileTests
{
    private static readonly Dictionary<string, Func<(Tensor Student, Tensor Teacher, float[]? Weights)>> Inputs = new()
    {
        ["no example"] = () => (zeros(0, 8, float64), zeros(0, 8, float64), null),
        ["no example, with weights"] = () => (zeros(0, 8, float64), zeros(0, 8, float64), []),
        ["one example"] = () => (Golden.Student().narrow(0, 0, 1), Golden.Teacher().narrow(0, 0, 1), null),
        ["two examples"] = () => (Golden.Student().narrow(0, 0, 2), Golden.Teacher().narrow(0, 0, 2), null),
        ["three examples"] = () => (Golden.Student().narrow(0, 0, 3), Golden.Teacher().narrow(0, 0, 3), null),
        ["all weights zero"] = () => (Golden.Student(), Golden.Teacher(), [0, 0, 0, 0, 0, 0]),
        ["one weight"] = () => (Golden.Student(), Golden.Teacher(), [0, 0, 1, 0, 0, 0]),
        ["tiny weights"] = () => (Golden.Student(), Golden.Teacher(), [1e-30f, 0, 1e-30f, 1e-30f, 1e-30f, 1e-30f]),
        ["zeros"] = () => (zeros(6, 8, float64), Golden.Teacher(), null),
        ["a teacher of zeros"] = () => (Golden.Student(), zeros(6, 8, float64), null),
        ["zeros on both sides"] = () => (zeros(6, 8, float64), zeros(6, 8, float64), null),
        ["one row of zeros"] = () => (Golden.Student() * tensor(new double[] { 1, 0, 1, 1, 1, 1 }).unsqueeze(1), Golden.Teacher(), null),
        ["the same example again and again"] = () => (Golden.Student().narrow(0, 0, 1).repeat(6, 1), Golden.Teacher(), null),
        ["a teacher of one example again and again"] = () => (Golden.Student(), Golden.Teacher().narrow(0, 0, 1).repeat(6, 1), null),
        ["two examples that are the same to the student"] = () => (Golden.Student().index_select(0, tensor(new long[] { 0, 0, 2, 3, 4, 5 })), Golden.Teacher(), null),
        ["±10,000"] = () => (Golden.Student() * 1e4, Golden.Teacher() * -1e4, null),
        ["far from the origin"] = () => (Golden.Student() + 1e4, Golden.Teacher() - 1e4, null),
        ["opposites"] = () => (Golden.Student().narrow(0, 0, 1) * tensor(new double[] { 1, -1, 1, -1, 1, -1 }).unsqueeze(1), Golden.Teacher(), null),
        ["one number"] = () => (Golden.Student().narrow(1, 0, 1), Golden.Teacher().narrow(1, 0, 1), null),
        ["tiny numbers"] = () => (Golden.Student() * 1e-20, Golden.Teacher() * 1e-20, null),
    };

    public static TheoryData<string, string> Each
    {
        get
        {
            var each = new TheoryData<string, string>();
            foreach (var loss in Losses.Names)
            {
                foreach (var input in Inputs.Keys) each.Add(loss, input);
            }

            return each;
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Stays_finite(string loss, string input)
    {
        using var scope = NewDisposeScope();
        var (student, teacher, weights) = Inputs[input]();
        foreach (var dtype in new[] { float32, float64 })
        {
            var (value, gradient) = Losses.Look(Losses.Create(loss), student.to(dtype), teacher.to(dtype), weights);
            Assert.True(double.IsFinite(value), $"{dtype}: the loss is {value}");
            // A gradient of ten thousand million would ruin any student; that of powers of large numbers is large, and so is that of directions of tiny ones.
            var most = input == "tiny numbers" || (loss == "kernel_norm" && input is "±10,000" or "far from the origin") ? double.MaxValue : 1e10;
            Assert.All(gradient, g => Assert.True(Math.Abs(g) <= most, $"{dtype}: the gradient is {string.Join(", ", gradient)}"));
            if (student.size(0) > 0 && input != "all weights zero") continue;
            Assert.Equal(0, value);
            Assert.All(gradient, g => Assert.Equal(0, g));
        }
    }
}
