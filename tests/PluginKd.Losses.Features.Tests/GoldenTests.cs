namespace PluginKd.Losses.Features.Tests;

/// <summary>Values and gradients of published programs, and of reference/features.py where none was run.</summary>
public class GoldenTests
{
    private static readonly float[] Weights = [1, 2, 0.5f, 0, 1, 3];

    // Functions of RepDistiller and TextBrewer under torch 1.13.
    [Theory]
    [InlineData("hint", "maps", 0.36472433675635124, 0.9137799565741552, -0.008295154525864212)]
    [InlineData("at", "wider teacher", 0.013531937164431462, 0.09414921782453053, -0.00011945155236157657)]
    [InlineData("nst", "wider teacher", 0.5590448104360707, 1.4079789762978367, -0.0015445074049336557)]
    [InlineData("ft distance", "maps", 0.1120729385395017, 0.5423095297881475, -0.0009077004094120635)]
    [InlineData("fsp", "maps", 0.030665408692724543, 0.4570705039039139, 0.0009939703967859132)]
    [InlineData("ab", "maps", 0.10246241741433473, 0.1742528651655783, -0.0012019960038074083)]
    [InlineData("pkd", "vectors", 1.980229512019, 2.2023848722579396, -0.07988658952352502)]
    [InlineData("cosine", "vectors", 0.9901147560094974, 1.1011924361286982, -0.0399432947617504)]
    public void Has_the_value_and_gradient_of_the_published_program(string loss, string inputs, double value, double gradient, double first) => Require(loss, inputs, null, value, gradient, first);

    [Theory]
    [InlineData("hint", "smaller teacher", 0.257087230969, 0.8182975, -0.0029301)]
    [InlineData("hint", "smaller student", 0.379712840874, 1.1034532, 0.0034689)]
    [InlineData("hint", "wider teacher", 0.442237246035, 0.3037090, -0.0008150)]
    [InlineData("hint", "wider vectors", 0.661072832363, 0.9131202, 0.0074748)]
    [InlineData("hint always", "tokens", 0.606777738980, 0.6504504, 0.0149325)]
    [InlineData("at", "maps", 0.019603131560, 0.1199403, -0.0001541)]
    [InlineData("at", "smaller teacher", 0.063934030125, 0.4291517, -0.0017382)]
    [InlineData("at", "smaller student", 0.126129946340, 0.9835865, 0.0251026)]
    [InlineData("at p 3", "maps", 0.026549668800, 0.1788596, -0.0000657)]
    [InlineData("nst", "maps", 0.656512355720, 1.5931839, -0.0017240)]
    [InlineData("nst", "smaller teacher", 0.566365765939, 1.7817379, 0.0009607)]
    [InlineData("nst", "smaller student", 0.307331141690, 2.4725258, 0.0489807)]
    [InlineData("ft distance", "smaller teacher", 0.206862387375, 0.7454552, -0.0008074)]
    [InlineData("ft distance", "wider teacher", 0.103860433279, 0.4820672, -0.0010988)]
    [InlineData("ft distance of 1 and 2", "maps", 0.009548808994, 0.0591015, -0.0002020)]
    [InlineData("ft", "wider teacher", 0.244198381486, 0.0721878, -0.0004728)]
    [InlineData("ab", "smaller teacher", 0.021581620366, 0.0459406, -0.0001074)]
    [InlineData("ab", "smaller student", 0.032634171629, 0.0621279, -0.0003052)]
    [InlineData("ab", "wider teacher", 0.216579406399, 0.0978200, -0.0003371)]
    [InlineData("ab of margin 0.5", "maps", 0.040554079329, 0.0836946, -0.0004520)]
    [InlineData("vid", "wider teacher", 0.853622160543, 0.0022307, -0.0000069)]
    [InlineData("vid of variance 2", "wider vectors", 0.474883334089, 0.0712093, 0.0001858)]
    [InlineData("pkd", "tokens", 2.173649141673, 2.4282571, -0.2120116)]
    [InlineData("cosine", "tokens", 1.185154349703, 1.1774826, -0.0353353)]
    public void Has_the_value_and_gradient_of_the_reference(string loss, string inputs, double value, double gradient, double first) => Require(loss, inputs, null, value, gradient, first);

    [Theory]
    [InlineData("hint", "maps", 0.312849461623, 0.8429154, -0.0094802)]
    [InlineData("hint", "wider teacher", 0.409200976514, 0.2882419, -0.0009314)]
    [InlineData("at", "maps", 0.017583551747, 0.1136345, -0.0001762)]
    [InlineData("nst", "maps", 0.594187981003, 1.5198085, -0.0019703)]
    [InlineData("ft distance", "maps", 0.104666785751, 0.5705991, -0.0010374)]
    [InlineData("ft", "wider teacher", 0.237962104194, 0.1174492, -0.0005404)]
    [InlineData("ab", "maps", 0.094314141789, 0.1654855, -0.0013737)]
    [InlineData("fsp", "maps", 0.036213219512, 0.5121176, 0.0011360)]
    [InlineData("vid", "wider teacher", 0.853326943589, 0.0022627, -0.0000079)]
    [InlineData("pkd", "vectors", 1.667262488980, 1.9870394, -0.0639093)]
    [InlineData("cosine", "vectors", 0.833631244490, 0.9935197, -0.0319546)]
    public void Obeys_weights_as_the_reference_does(string loss, string inputs, double value, double gradient, double first) => Require(loss, inputs, Weights, value, gradient, first);

    // A layer and the next one of half the size.
    [Fact]
    public void A_flow_to_a_smaller_map_has_the_value_and_gradient_of_the_reference()
    {
        var student = Golden.Maps().requires_grad_();
        Signals Two(Tensor from, Tensor to) => new(("hidden.0", from), ("hidden.1", to.square()));
        var loss = new FlowOfSolution(new() { Layers = [new() { Student = "hidden.0", StudentNext = "hidden.1", Teacher = "hidden.0", TeacherNext = "hidden.1" }] });
        var value = loss.Evaluate(TinyBatch.Of(Two(student, nn.functional.avg_pool2d(student, 2)), Two(Golden.TeacherMaps(), Golden.TeacherMaps(size: 2)), 4));
        value.backward();
        Assert.Equal(0.031374845093, value.ToDouble(), 1e-9);
        Assert.Equal(0.1685381, student.grad!.abs().sum().ToDouble(), 2e-7);
        Assert.Equal(-0.0000354, student.grad![0, 0, 0, 0].ToDouble(), 1e-7);
    }

    [Theory]
    [MemberData(nameof(Losses.OfMaps), MemberType = typeof(Losses))]
    public void Single_precision_is_near_to_double(string loss)
    {
        var (value, gradient) = Losses.Look(loss, Golden.Maps(), Golden.TeacherMaps());
        var (single, singleGradient) = Losses.Look(loss, Golden.Maps().to(float32), Golden.TeacherMaps().to(float32));
        Assert.Equal(value, single, 1e-5 * Math.Max(1, value));
        Assert.All(gradient.Zip(singleGradient), pair => Assert.Equal(pair.First, pair.Second, 1e-4 * gradient.Max(Math.Abs)));
    }

    // What is lost is the input's precision, not that of the sums: the same numbers in single precision give the same value.
    [Theory]
    [MemberData(nameof(Losses.OfMaps), MemberType = typeof(Losses))]
    public void Half_precision_of_maps_is_computed_in_single(string loss) => RequireSingle(loss, Golden.Maps(), Golden.TeacherMaps());

    [Theory]
    [MemberData(nameof(Losses.OfVectors), MemberType = typeof(Losses))]
    public void Half_precision_of_vectors_is_computed_in_single(string loss) => RequireSingle(loss, Golden.Vectors(), Golden.TeacherVectors());

    private static void RequireSingle(string loss, Tensor student, Tensor teacher)
    {
        foreach (var dtype in new[] { float16, bfloat16 })
        {
            var (halfStudent, halfTeacher) = (student.to(dtype), teacher.to(dtype));
            // The layer after, their square, is the network's and in its precision: of signs it is exact.
            if (loss == "fsp") (halfStudent, halfTeacher) = (halfStudent.sign(), halfTeacher.sign());
            var (expected, gradient) = Losses.Look(loss, halfStudent.to(float32), halfTeacher.to(float32));
            var (value, given) = Losses.Look(loss, halfStudent, halfTeacher);
            Assert.Equal(expected, value, 1e-6 * Math.Max(1, expected));
            Assert.All(gradient.Zip(given), pair => Assert.Equal(pair.First, pair.Second, 0.01 * gradient.Max(Math.Abs)));
        }
    }

    private static void Require(string loss, string inputs, float[]? weights, double value, double gradient, double first)
    {
        var (student, teacher) = Golden.Pair(inputs);
        var look = Losses.Look(loss, student, teacher, weights?[..(int)student.size(0)]);
        // The first variance is kept in single precision.
        Assert.Equal(value, look.Value, loss.StartsWith("vid", StringComparison.Ordinal) ? 1e-7 : 1e-9);
        // The reference takes its gradients by differences.
        Assert.Equal(gradient, look.Gradient.Sum(Math.Abs), 2e-7);
        Assert.Equal(first, look.Gradient[0], 1e-7);
    }
}
