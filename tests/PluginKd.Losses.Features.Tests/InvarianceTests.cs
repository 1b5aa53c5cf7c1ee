namespace PluginKd.Losses.Features.Tests;

/// <summary>What must not change a loss on features.</summary>
public class InvarianceTests
{
    [Theory]
    [InlineData("hint")]
    [InlineData("at")]
    [InlineData("nst")]
    [InlineData("fsp")]
    [InlineData("ft distance")]
    [InlineData("pkd")]
    [InlineData("cosine")]
    public void Zero_where_the_student_is_the_teacher(string loss)
    {
        var teacher = loss is "pkd" or "cosine" ? Golden.TeacherTokens() : Golden.TeacherMaps();
        Assert.Equal(0, Value(loss, teacher, teacher), 1e-12);
    }

    // Every neuron on its side by the margin: nothing to mend, however strong.
    [Fact]
    public void Boundaries_are_kept_beyond_the_margin() => Assert.Equal(0, Value("ab", Golden.TeacherMaps().sign() * 5, Golden.TeacherMaps()));

    [Theory]
    [InlineData("at")]
    [InlineData("nst")]
    [InlineData("ft distance")]
    public void The_order_of_channels_does_not_matter(string loss)
    {
        var order = tensor(new long[] { 2, 0, 1 });
        Assert.Equal(Value(loss, Golden.Maps(), Golden.TeacherMaps()), Value(loss, Golden.Maps().index_select(1, order), Golden.TeacherMaps()), 1e-12);
    }

    [Theory]
    [InlineData("at", true)]
    [InlineData("nst", true)]
    [InlineData("ft distance", true)]
    [InlineData("pkd", false)]
    [InlineData("cosine", false)]
    public void Scale_does_not_matter_where_the_formula_says_so(string loss, bool ofMaps)
    {
        var (student, teacher) = Golden.Pair(ofMaps ? "maps" : "vectors");
        foreach (var scale in new[] { 3, 1e-6, 1e9 }) Assert.Equal(Value(loss, student, teacher), Value(loss, student * scale, teacher), 1e-10);
    }

    [Fact]
    public void Each_channel_of_selectivity_has_its_own_scale() => Assert.Equal(Value("nst", Golden.Maps(), Golden.TeacherMaps()),
        Value("nst", Golden.Maps() * tensor(new[] { 2.0, 5, 0.1 }).reshape(1, 3, 1, 1), Golden.TeacherMaps()), 1e-12);

    [Fact]
    public void The_sign_does_not_matter_to_attention() => Assert.Equal(Value("at p 3", Golden.Maps(), Golden.TeacherMaps()), Value("at p 3", -Golden.Maps(), Golden.TeacherMaps()), 1e-12);

    // ‖u − v‖² = 2 − 2·cos of unit vectors.
    [Fact]
    public void Patient_distance_is_twice_one_minus_the_cosine() =>
        Assert.Equal(2 * Value("cosine", Golden.Vectors(), Golden.TeacherVectors()), Value("pkd", Golden.Vectors(), Golden.TeacherVectors()), 1e-12);

    private static double Value(string loss, Tensor student, Tensor teacher) => Losses.Evaluate(loss, student, teacher).ToDouble();
}
