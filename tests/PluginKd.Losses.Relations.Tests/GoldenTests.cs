namespace PluginKd.Losses.Relations.Tests;

/// <summary>Values and gradients of published programs, and of reference/relations.py where none was run.</summary>
public class GoldenTests
{
    private static readonly float[] Weights = [1, 2, 0.5f, 0, 1, 3];

    // RepDistiller's functions under torch 1.13; cka is one minus the golden value.
    [Theory]
    [InlineData("rkd_distance", 12, 0.015253680187900341, 0.12453989532682899, -0.006660615032594248)]
    [InlineData("rkd_angle", 8, 0.035042341695, 0.2477682, -0.0110294)]
    [InlineData("rkd_angle", 12, 0.031493486996, 0.2398584, -0.0096160)]
    [InlineData("rkd_angle in pieces", 12, 0.031493486996, 0.2398584, -0.0096160)]
    [InlineData("consecutive", 8, 6.38703085137074, 13.881886596064234, -0.13290805146852774)]
    [InlineData("cka", 12, 1 - 0.8941361545, 0.7735429677, -0.0495759659)]
    [InlineData("cka", 8, 0.121603359898, 0.8958706, -0.0548725)]
    [InlineData("pkt", 8, 0.030349597439, 0.1768908, -0.0061865)]
    [InlineData("pkt", 12, 0.030627810452, 0.1785300, -0.0072086)]
    [InlineData("sp", 12, 0.069262507876, 0.2658809, -0.0152852)]
    [InlineData("kernel", 8, 0.020781274769, 0.0795976, -0.0033059)]
    [InlineData("kernel", 12, 0.019894871994, 0.0695332, -0.0042804)]
    [InlineData("kernel_norm", 8, 0.171645822385, 0.5768453, -0.0019626)]
    [InlineData("kernel_norm", 12, 0.437802223846, 0.9874758, -0.0172048)]
    [InlineData("minibatch_cka", 8, 0.156909879081, 1.3732987, -0.0802386)]
    [InlineData("minibatch_cka", 12, 0.140376223695, 1.2903595, -0.0723899)]
    public void Has_the_golden_value_and_gradient(string loss, int width, double value, double gradient, double first) =>
        Require(value, gradient, first, Losses.Look(Losses.Create(loss), Golden.Student(), Golden.Teacher(width)));

    // The maps of four images, each one vector.
    [Fact]
    public void Similarities_of_maps_have_the_golden_value_and_gradient() =>
        Require(0.0033736944695435585, 0.05604688711436675, 0.0007305617216061874, Losses.Look(Losses.Create("sp"), Golden.StudentMaps(), Golden.TeacherMaps()));

    [Theory]
    [InlineData("sp", 0.053607547751, 0.2036737, -0.0148225)]
    [InlineData("pkt", 0.041161840432, 0.1302141, -0.0042928)]
    [InlineData("rkd_distance", 0.015324638883, 0.1256012, -0.0076040)]
    [InlineData("rkd_angle", 0.037658411068, 0.2813330, -0.0101762)]
    [InlineData("rkd_angle in pieces", 0.037658411068, 0.2813330, -0.0101762)]
    [InlineData("consecutive", 5.597780122538, 12.7324198, -0.2215134)]
    [InlineData("kernel", 0.010160124370, 0.0623331, -0.0037877)]
    [InlineData("kernel_norm", 0.168780212856, 0.8462090, -0.0017523)]
    [InlineData("cka", 0.070752664609, 0.5688752, -0.0410973)]
    [InlineData("minibatch_cka", 0.080019338066, 0.8053912, -0.0533678)]
    public void Obeys_weights_as_the_reference_does(string loss, double value, double gradient, double first) =>
        Require(value, gradient, first, Losses.Look(Losses.Create(loss), Golden.Student(), Golden.Teacher(), Weights));

    [Theory]
    [MemberData(nameof(Losses.All), MemberType = typeof(Losses))]
    public void Single_precision_is_near_to_double(string loss)
    {
        var (value, gradient) = Losses.Look(Losses.Create(loss), Golden.Student(), Golden.Teacher());
        var (single, singleGradient) = Losses.Look(Losses.Create(loss), Golden.Student().to(float32), Golden.Teacher().to(float32));
        Assert.Equal(value, single, 1e-5 * Math.Max(1, value));
        Assert.All(gradient.Zip(singleGradient), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * Math.Max(1, gradient.Max(Math.Abs))));
    }

    // What is lost is the input's precision, not that of the sums: the same numbers in single precision give the same value.
    [Theory]
    [MemberData(nameof(Losses.All), MemberType = typeof(Losses))]
    public void Half_precision_is_computed_in_single(string loss)
    {
        foreach (var dtype in new[] { float16, bfloat16 })
        {
            var (student, teacher) = (Golden.Student().to(dtype), Golden.Teacher().to(dtype));
            var (expected, gradient) = Losses.Look(Losses.Create(loss), student.to(float32), teacher.to(float32));
            var (value, given) = Losses.Look(Losses.Create(loss), student, teacher);
            Assert.Equal(expected, value, 1e-6 * Math.Max(1, expected));
            Assert.All(gradient.Zip(given), pair => Assert.Equal(pair.First, pair.Second, 0.01 * gradient.Max(Math.Abs)));
        }
    }

    private static void Require(double value, double gradient, double first, (double Value, double[] Gradient) look)
    {
        Assert.Equal(value, look.Value, 1e-9);
        // The reference takes its gradients by differences.
        Assert.Equal(gradient, look.Gradient.Sum(Math.Abs), 2e-7);
        Assert.Equal(first, look.Gradient[0], 1e-7);
    }
}
