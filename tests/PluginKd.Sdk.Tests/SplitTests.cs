namespace PluginKd.Sdk.Tests;

public class SplitTests
{
    private static Split Texts(string name, params string[] texts) =>
        new(name, SplitRole.Train, new TextInputs(texts), [.. texts.Select((_, i) => i % 2)], [.. texts.Select((_, i) => 10L + i)]) { Domains = [.. texts.Select(t => "d" + t)] };

    [Fact]
    public void Taking_examples_takes_all_that_is_known_of_them()
    {
        var taken = Texts("train", "a", "b", "c").Take([2, 0, 2]);

        Assert.Equal(["c", "a", "c"], ((TextInputs)taken.Inputs).Texts);
        Assert.Equal([0, 0, 0], taken.Labels);
        Assert.Equal([12L, 10L, 12L], taken.Indices);
        Assert.Equal(["dc", "da", "dc"], taken.Domains!);
    }

    [Fact]
    public void Joining_fills_in_what_one_side_does_not_know()
    {
        var unlabelled = new Split("unlabelled", SplitRole.Unlabelled, new TextInputs(["x"]), null, [99]) { Weights = [0.5f] };

        var joined = Split.Concat([Texts("train", "a", "b"), unlabelled]);

        Assert.Equal([0, 1, -1], joined.Labels);
        Assert.Equal([1f, 1f, 0.5f], joined.Weights!);
        Assert.Equal(["da", "db", ""], joined.Domains!);
        Assert.Null(joined.Groups);
        Assert.False(joined.IsLabelled);
    }

    [Fact]
    public void Dense_inputs_are_taken_and_joined_by_row()
    {
        var values = new DenseInputs(tensor(new float[] { 1, 2, 3, 4, 5, 6 }).reshape(3, 2));

        Assert.Equal([5f, 6f, 1f, 2f], ((DenseInputs)values.Take([2, 0])).Values.data<float>().ToArray());
        Assert.Equal(6, values.Concat([values]).Count);
        Assert.Throws<ArgumentException>(() => values.Concat([new TextInputs(["a"])]));
    }

    [Fact]
    public void A_bundle_without_its_test_splits_hides_them_by_name()
    {
        var bundle = new DataBundle(["n", "y"], [Texts("train", "a", "b"), Texts("test", "c") with { Role = SplitRole.Test }]);

        var error = Assert.Throws<UserErrorException>(() => bundle.Sealed()["test"]);
        Assert.Contains("one of: train", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, bundle["test"].Count);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("twice")]
    [InlineData("label")]
    public void A_bundle_refuses_what_does_not_fit(string fault)
    {
        var splits = fault switch
        {
            "empty" => new[] { Texts("train") },
            "twice" => [Texts("train", "a"), Texts("train", "b")],
            _ => [Texts("train", "a") with { Labels = [7] }],
        };
        Assert.Throws<UserErrorException>(() => new DataBundle(["n", "y"], splits));
    }
}
