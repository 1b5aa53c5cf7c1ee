namespace PluginKd.Sdk.Tests;

public class SelectionTests
{
    private static readonly Split Three = new("train", SplitRole.Train, new TextInputs(["a", "b", "c"]), [0, 1, 0], [0, 1, 2]) { Weights = [1f, 2f, 3f] };

    [Fact]
    public void Weights_multiply_and_multiplicities_repeat()
    {
        var selected = new Selection { Weights = [2f, 1f, 0.5f], Multiplicities = [0, 2, 1] }.ApplyTo(Three);

        Assert.Equal(["b", "b", "c"], ((TextInputs)selected.Inputs).Texts);
        Assert.Equal([2f, 2f, 1.5f], selected.Weights!);
    }

    [Fact]
    public void Nothing_said_leaves_the_split_as_it_is() => Assert.Same(Three, new Selection().ApplyTo(Three));

    [Theory]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_weight_that_is_none_is_refused(float weight) =>
        Assert.Throws<ArgumentException>(() => new Selection { Weights = [1f, weight, 1f] }.ApplyTo(Three));

    [Fact]
    public void Another_number_of_examples_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Selection { Multiplicities = [1] }.ApplyTo(Three));
}
