namespace PluginKd.Losses.Features.Tests;

/// <summary>Inputs that break careless formulas, for every loss of the project: value and gradient stay finite.</summary>
public class HostileTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor, (Tensor Student, Tensor Teacher, float[]? Weights)>> Inputs = new()
    {
        ["no example"] = (s, t) => (s.narrow(0, 0, 0), t.narrow(0, 0, 0), null),
        ["no example, with weights"] = (s, t) => (s.narrow(0, 0, 0), t.narrow(0, 0, 0), []),
        ["one example"] = (s, t) => (s.narrow(0, 0, 1), t.narrow(0, 0, 1), null),
        ["all weights zero"] = (s, t) => (s, t, [0, 0, 0, 0]),
        ["one weight"] = (s, t) => (s, t, [0, 0, 1, 0]),
        ["tiny weights"] = (s, t) => (s, t, [1e-30f, 0, 1e-30f, 1e-30f]),
        ["zeros"] = (s, t) => (s * 0, t, null),
        ["a teacher of zeros"] = (s, t) => (s, t * 0, null),
        ["zeros on both sides"] = (s, t) => (s * 0, t * 0, null),
        ["one example of zeros"] = (s, t) => (cat([s.narrow(0, 0, 3), zeros_like(s.narrow(0, 0, 1))], 0), t, null),
        ["one channel of zeros"] = (s, t) => (cat([zeros_like(s.narrow(1, 0, 1)), s.narrow(1, 1, s.size(1) - 1)], 1), t, null),
        ["the same example again and again"] = (s, t) => (s.narrow(0, 0, 1).expand_as(s).clone(), t, null),
        ["the student is the teacher"] = (s, t) => (t, t, null),
        ["all numbers equal"] = (s, t) => ((s * 0) + 3, (t * 0) + 3, null),
        ["±10,000"] = (s, t) => (s * 1e4, t * -1e4, null),
        ["masked places"] = (s, t) => (s.masked_fill(s.lt(0), -1e9), t.masked_fill(t.lt(0), -1e9), null),
        ["tiny numbers"] = (s, t) => (s * 1e-20, t * 1e-20, null),
        ["numbers below those of single precision"] = (s, t) => (s * 1e-42, t * 1e-42, null),
    };

    public static TheoryData<string, string, bool> Each
    {
        get
        {
            var each = new TheoryData<string, string, bool>();
            foreach (var input in Inputs.Keys)
            {
                // The next layer is the square of the first, and 1e36 has no square in single precision.
                foreach (var loss in Losses.MapLosses.Where(loss => loss != "fsp" || input != "masked places")) each.Add(loss, input, true);
                foreach (var loss in Losses.VectorLosses) each.Add(loss, input, false);
            }

            return each;
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Stays_finite(string loss, string input, bool ofMaps)
    {
        using var scope = NewDisposeScope();
        var (student, teacher, weights) = ofMaps ? Inputs[input](Golden.Maps(), Golden.TeacherMaps()) : Inputs[input](Golden.Vectors().narrow(0, 0, 4), Golden.TeacherVectors().narrow(0, 0, 4));
        foreach (var dtype in new[] { float32, float64 })
        {
            var (value, gradient) = Losses.Look(loss, student.to(dtype), teacher.to(dtype), weights);
            Assert.True(double.IsFinite(value), $"{dtype}: the loss is {value}");
            // Products of large numbers have large gradients; nothing that is divided by its length has.
            var most = input is "±10,000" or "masked places" && loss is "hint" or "vid" or "ab" or "fsp" ? double.MaxValue : 1e6;
            Assert.All(gradient, g => Assert.True(Math.Abs(g) <= most, $"{dtype}: the gradient is {string.Join(", ", gradient)}"));
            if (student.size(0) > 0 && input != "all weights zero") continue;
            Assert.Equal(0, value);
            Assert.All(gradient, g => Assert.Equal(0, g));
        }
    }
}
