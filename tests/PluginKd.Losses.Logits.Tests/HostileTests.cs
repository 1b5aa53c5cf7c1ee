namespace PluginKd.Losses.Logits.Tests;

/// <summary>Inputs that break careless formulas, for every loss of the project: value and gradient stay finite.</summary>
public class HostileTests
{
    private sealed record Input(Tensor Student, Tensor Teacher, long[] Labels, float[]? Weights = null)
    {
        public bool CountsNothing { get; init; }
    }

    private static readonly Dictionary<string, Func<Input>> Inputs = new()
    {
        ["one example"] = () => new(Golden.Student().narrow(0, 0, 1), Golden.Teacher().narrow(0, 0, 1), [0]),
        ["no example"] = () => new(zeros(0, 4, float64), zeros(0, 4, float64), []) { CountsNothing = true },
        ["no example, with weights"] = () => new(zeros(0, 4, float64), zeros(0, 4, float64), [], []) { CountsNothing = true },
        ["no label"] = () => new(Golden.Student(), Golden.Teacher(), [-1, -1, -1, -1]),
        ["all weights zero"] = () => new(Golden.Student(), Golden.Teacher(), Golden.Labels, [0, 0, 0, 0]) { CountsNothing = true },
        ["tiny weights"] = () => new(Golden.Student(), Golden.Teacher(), Golden.Labels, [1e-30f, 0, 1e-30f, 0]),
        ["±10,000, opposed"] = () => new(Large(1), Large(-1), [0, 1, 2]),
        ["±10,000, agreeing"] = () => new(Large(1), Large(1), [0, 1, 2]),
        ["±10,000, two classes, opposed"] = () => new(Large(1).narrow(1, 0, 2), Large(-1).narrow(1, 0, 2), [0, 1, 0]),
        ["one class"] = () => new(Golden.Student().narrow(1, 0, 1), Golden.Teacher().narrow(1, 0, 1), [0, 0, 0, 0]),
        ["one class of ±10,000"] = () => new(Large(1).narrow(1, 0, 1), Large(-1).narrow(1, 0, 1), [0, 0, 0]),
        ["classes that the teacher rules out"] = () => new(Golden.Student(), RuledOut(Golden.Teacher()), Golden.Labels),
        ["classes that both rule out"] = () => new(RuledOut(Golden.Student()), RuledOut(Golden.Teacher()), [0, 2, 0, 4]),
        ["a class that nobody has"] = () => new(Nobody(Golden.Student()), Nobody(Golden.Teacher()), [0, 4, 1, 4]),
        ["the same example again and again"] = () => new(Golden.Student().narrow(0, 0, 1).repeat(4, 1), Golden.Teacher().narrow(0, 0, 1).repeat(4, 1), [0, 0, 0, 0]),
        ["all scores equal"] = () => new(zeros(4, 5, float64) + 3, zeros(4, 5, float64) + 3, Golden.Labels),
        ["the student's scores equal"] = () => new(zeros(4, 5, float64), Golden.Teacher(), Golden.Labels),
        ["the teacher's scores equal"] = () => new(Golden.Student(), zeros(4, 5, float64), Golden.Labels),
        ["a teacher that is certain and right"] = () => new(Golden.Student(), (eye(5, dtype: float64) * 2000).narrow(0, 0, 4), [0, 1, 2, 3]),
        ["a student that is certain and wrong"] = () => new((eye(5, dtype: float64) * 2000).narrow(0, 0, 4), Golden.Teacher(), [1, 2, 3, 0]),
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
        var given = Inputs[input]();
        var counts = !given.CountsNothing && (input != "no label" || !Losses.Create(loss).Needs.Labels);
        foreach (var dtype in new[] { float32, float64 })
        {
            var (value, gradient) = Losses.Look(Losses.Create(loss), given.Student.to(dtype), given.Teacher.to(dtype), given.Labels, given.Weights);
            Assert.True(double.IsFinite(value), $"{dtype}: the loss is {value}");
            Assert.All(gradient, g => Assert.True(double.IsFinite(g), $"{dtype}: the gradient is {string.Join(", ", gradient)}"));
            if (counts) continue;
            Assert.Equal(0, value);
            Assert.All(gradient, g => Assert.Equal(0, g));
        }
    }

    private static Tensor Large(double sign) =>
        tensor(new[] { 1e4, -1e4, 0, -1e4, 1e4, 1e4, 0, -1e4, 1e4 }).reshape(3, 3) * sign;

    private static Tensor RuledOut(Tensor values) =>
        values.masked_fill(tensor(new[] { false, true, false, true, false }), double.NegativeInfinity);

    private static Tensor Nobody(Tensor values) => values.masked_fill(tensor(new[] { false, false, true, false, false }), -1e4);
}
