namespace PluginKd.Losses.Logits.Tests;

public class SubclassAuxiliaryTests
{
    // reference/losses.py: the second row is left out and the first counted twice.
    [Fact]
    public void Counts_examples_by_their_weights()
    {
        var (value, gradient) = Losses.Look(new SubclassAuxiliary(new()), Golden.Student(), weights: [2, 0, 1, 1]);
        Assert.Equal(-0.456160666901, value, 1e-9);
        Assert.Equal(0.297357304280, gradient.Sum(Math.Abs), 1e-9);
        Assert.Equal(0.045577970303, gradient[0], 1e-9);
    }

    // v = (1, −1)/√(2τ) and its opposite: products 1/τ and −1/τ, so ln((1 + e^(−2/τ)) / 2), but for 1e-9.
    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    public void Equals_the_hand_worked_value(double temperature)
    {
        var scores = tensor(new[] { 3.0, 1, -5, 5 }).reshape(2, 2);
        Assert.Equal(Math.Log((1 + Math.Exp(-2 / temperature)) / 2), Losses.Value(new SubclassAuxiliary(new() { Temperature = temperature }), scores, labels: [0, 0]), 1e-8);
    }

    [Fact]
    public void Is_zero_for_a_batch_of_one_and_for_equal_examples()
    {
        Assert.Equal(0, Losses.Value(new SubclassAuxiliary(new()), Golden.Student().narrow(0, 0, 1)), 1e-8);
        Assert.Equal(0, Losses.Value(new SubclassAuxiliary(new()), Golden.Student().narrow(0, 0, 1).repeat(4, 1)), 1e-8);
    }

    [Fact]
    public void Reads_the_named_signal_and_nothing_else()
    {
        var needs = new SubclassAuxiliary(new() { Signal = "fine" }).Needs;
        Assert.Equal(["fine"], needs.Student);
        Assert.Empty(needs.Teacher);
        Assert.False(needs.Labels);
        Assert.False(needs.IsPerExample);
    }

    // Of words with labels only class scores are laid out by word; hidden states are images or words, too.
    [Fact]
    public void Refuses_a_signal_that_is_no_row_of_scores()
    {
        var batch = TinyBatch.Of(new Signals(("hidden.0", zeros(2, 3, 4))), null, 2);
        var error = Assert.Throws<UserErrorException>(() => new SubclassAuxiliary(new() { Signal = "hidden.0" }).Evaluate(batch));
        Assert.Equal("the signal 'hidden.0' is [2, 3, 4]", error.Found);
        Assert.Equal("a row of scores for each example, [N, S]", error.Expected);
    }
}
