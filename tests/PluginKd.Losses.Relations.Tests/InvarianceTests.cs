namespace PluginKd.Losses.Relations.Tests;

/// <summary>What must not change a loss on relations, and what must.</summary>
public class InvarianceTests
{
    [Theory]
    [MemberData(nameof(Losses.All), MemberType = typeof(Losses))]
    public void Zero_where_the_student_is_the_teacher(string loss) => Assert.Equal(0, Value(loss, Golden.Teacher(), Golden.Teacher()), 1e-12);

    [Theory]
    [MemberData(nameof(Losses.AllBut), "consecutive", MemberType = typeof(Losses))]
    public void The_order_of_examples_does_not_matter(string loss)
    {
        var order = tensor(new long[] { 3, 0, 5, 1, 4, 2 });
        Assert.Equal(Value(loss, Golden.Student(), Golden.Teacher()), Value(loss, Golden.Student().index_select(0, order), Golden.Teacher().index_select(0, order)), 1e-12);
    }

    // Turning a space leaves lengths, distances, angles and products as they are.
    [Theory]
    [MemberData(nameof(Losses.AllBut), "consecutive", MemberType = typeof(Losses))]
    public void A_rotation_of_the_student_does_not_matter(string loss)
    {
        var (c, s) = (Math.Cos(0.7), Math.Sin(0.7));
        var turn = eye(8, dtype: float64);
        (turn[0, 0], turn[0, 3], turn[3, 0], turn[3, 3]) = (tensor(c), tensor(-s), tensor(s), tensor(c));
        Assert.Equal(Value(loss, Golden.Student(), Golden.Teacher()), Value(loss, Golden.Student().mm(turn), Golden.Teacher()), 1e-12);
    }

    [Theory]
    [InlineData("sp", 3, 0)]
    [InlineData("pkt", 3, 0)]
    [InlineData("kernel", 3, 0)]
    [InlineData("rkd_distance", 3, 10)]
    [InlineData("rkd_angle", 3, 10)]
    [InlineData("cka", 3, 10)]
    [InlineData("minibatch_cka", 3, 10)]
    public void Scale_and_origin_do_not_matter_where_the_formula_says_so(string loss, double scale, double origin) =>
        Assert.Equal(Value(loss, Golden.Student(), Golden.Teacher()), Value(loss, (Golden.Student() * scale) + origin, Golden.Teacher()), loss == "pkt" ? 1e-7 : 1e-10);

    // Seven examples and not six: what shrinks with the number of examples is larger by 7/6. The estimate without bias and the neighbours by order count otherwise.
    [Theory]
    [InlineData("sp", 7.0 / 6)]
    [InlineData("pkt", 7.0 / 6)]
    [InlineData("kernel", 1)]
    [InlineData("kernel_norm", 7.0 / 6)]
    [InlineData("cka", 1)]
    [InlineData("rkd_angle", 1)]
    public void Weight_two_is_the_example_twice(string loss, double factor)
    {
        var twice = tensor(new long[] { 0, 1, 1, 2, 3, 4, 5 });
        var expected = Losses.Look(Losses.Create(loss), Golden.Student().index_select(0, twice), Golden.Teacher().index_select(0, twice)).Value;
        Assert.Equal(expected * factor, Losses.Look(Losses.Create(loss), Golden.Student(), Golden.Teacher(), [1, 2, 1, 1, 1, 1]).Value, loss == "pkt" ? 1e-7 : 1e-9);
    }

    [Theory]
    [MemberData(nameof(Losses.AllBut), "consecutive", MemberType = typeof(Losses))]
    public void Weight_zero_is_no_example(string loss)
    {
        var without = tensor(new long[] { 0, 1, 2, 4, 5 });
        var (expected, gradient) = Losses.Look(Losses.Create(loss), Golden.Student().index_select(0, without), Golden.Teacher().index_select(0, without));
        var (value, given) = Losses.Look(Losses.Create(loss), Golden.Student(), Golden.Teacher(), [1, 1, 1, 0, 1, 1]);
        Assert.Equal(expected, value, 1e-9);
        Assert.All(given.Skip(3 * 8).Take(8), g => Assert.Equal(0, g, 1e-12));
        Assert.Equal(gradient.Sum(Math.Abs), given.Sum(Math.Abs), 1e-9);
    }

    private static double Value(string loss, Tensor student, Tensor teacher) => Losses.Look(Losses.Create(loss), student, teacher).Value;
}
