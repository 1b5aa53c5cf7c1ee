namespace PluginKd.Losses.Features.Tests;

/// <summary>Two texts of three tokens and of one, [2, 3, 4]: padding does not count.</summary>
public class MaskTests
{
    private static readonly Tensor Mask = tensor(new double[,] { { 1, 1, 1 }, { 1, 0, 0 } });

    public static TheoryData<string> All => [.. Losses.VectorLosses];

    // The second text alone, without padding, counts as much as the first.
    [Theory]
    [MemberData(nameof(All))]
    public void A_text_with_padding_is_as_the_text_alone(string loss)
    {
        var (student, teacher) = (Tokens(Math.Sin), Tokens(Math.Cos));
        var alone = Evaluate(loss, student.narrow(0, 0, 1), teacher.narrow(0, 0, 1), null) + Evaluate(loss, student.narrow(0, 1, 1).narrow(1, 0, 1), teacher.narrow(0, 1, 1).narrow(1, 0, 1), null);
        Assert.Equal(alone / 2, Evaluate(loss, student, teacher, Mask), 1e-12);
        // Whatever stands at padding.
        var spoilt = student.masked_fill(Mask.eq(0).unsqueeze(2), 7);
        Assert.Equal(alone / 2, Evaluate(loss, spoilt, teacher, Mask), 1e-12);
        if (loss != "pkd") Assert.NotEqual(alone / 2, Evaluate(loss, spoilt, teacher, null), 1e-3);
    }

    // A teacher that read more texts at once has more padding behind the same tokens.
    [Theory]
    [MemberData(nameof(All))]
    public void More_padding_on_one_side_is_cut(string loss)
    {
        var (student, teacher) = (Tokens(Math.Sin), Tokens(Math.Cos));
        Assert.Equal(Evaluate(loss, student, teacher, Mask), Evaluate(loss, student, nn.functional.pad(teacher, [0, 0, 0, 2]), Mask), 1e-12);
    }

    private static Tensor Tokens(Func<double, double> f) => tensor(Enumerable.Range(0, 24).Select(k => f(0.7 * k)).ToArray()).reshape(2, 3, 4);

    private static double Evaluate(string loss, Tensor student, Tensor teacher, Tensor? mask) =>
        Losses.Evaluate(loss, student, teacher, mask: mask).ToDouble();
}
