namespace PluginKd.Losses.Logits.Tests;

public class GeneralizedJsTests
{
    private static readonly double Forward = Losses.Value(new SoftTarget(new() { Temperature = 1 }), Golden.Student(), Golden.Teacher());
    private static readonly double Reverse = Losses.Value(new ReverseKl(new()), Golden.Student(), Golden.Teacher());

    [Fact]
    public void Is_forward_divergence_at_zero_and_reverse_at_one()
    {
        Assert.Equal(Forward, Value(0), 1e-12);
        Assert.Equal(Reverse, Value(1), 1e-12);
    }

    // Divided by its share, the formula tends to these: the next term is of the order of the share.
    [Fact]
    public void Tends_to_both_when_it_is_divided_by_the_share()
    {
        Assert.Equal(Forward, Value(1e-6) / 1e-6, 1e-4);
        Assert.Equal(Reverse, Value(1 - 1e-6) / 1e-6, 1e-4);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.2)]
    public void Is_the_same_when_both_sides_and_their_shares_change_places(double beta) =>
        Assert.Equal(Value(beta), Losses.Value(Loss(1 - beta), Golden.Teacher(), Golden.Student()), 1e-12);

    // Certain of different classes: each is at ln 2 from the mixture.
    [Fact]
    public void Is_ln_2_at_most()
    {
        var (student, teacher) = (tensor(new[] { 1e4, -1e4 }).reshape(1, 2), tensor(new[] { -1e4, 1e4 }).reshape(1, 2));
        Assert.Equal(Math.Log(2), Losses.Value(Loss(0.5), student, teacher), 1e-12);
    }

    private static GeneralizedJs Loss(double beta) => new(new() { Beta = beta });

    private static double Value(double beta) => Losses.Value(Loss(beta), Golden.Student(), Golden.Teacher());
}
