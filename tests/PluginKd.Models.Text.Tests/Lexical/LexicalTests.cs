namespace PluginKd.Models.Text.Tests;

public sealed class LexicalConformance : KdConformance<Lexical>
{
    protected override object[] Settings => [new LexicalSettings { K1 = 2, B = 0, MaxFeatures = 2 }];
}

public class LexicalTests
{
    // Two different second texts of 3 and 2 words: N = 2, m = 2.5; "the" is in both, "cat", "sat" and "dog" in one.
    private static readonly PairInputs Training = new(new TextInputs(["a", "b", "c"]), new TextInputs(["The cat sat.", "the dog", "the dog"]));

    [Fact]
    public void Counts_common_words_weighs_them_and_gives_bm25()
    {
        double the = Math.Log(1.2), cat = Math.Log(2), bird = Math.Log(6);
        // In "Cat, cat mouse!" cat stands twice among 3 words.
        double[] expected = [1 / 3.0, cat / (the + cat + bird), cat * 2 / (2 + (1.2 * (0.25 + (0.75 * 3 / 2.5)))) / (the + cat + bird)];
        Assert.Equal(expected, Features("the cat bird?", "Cat, cat mouse!"), (x, y) => Math.Abs(x - y) < 1e-6);
    }

    [Theory]
    [InlineData("", "the cat")]
    [InlineData("?!", "the cat")]
    [InlineData("the cat", "")]
    public void Has_nothing_in_common_with_a_text_without_words(string first, string second) => Assert.Equal([0, 0, 0], Features(first, second));

    [Fact]
    public void Is_the_same_network_when_it_is_made_from_what_it_saved()
    {
        using var scope = NewDisposeScope();
        var model = new Lexical(new());
        var network = model.Create(new ModelRequest(Training, 2));
        var again = model.Create(new ModelRequest(Training.Take([0]), 2, network.Saved));
        var pairs = new PairInputs(new TextInputs(["the cat bird"]), new TextInputs(["cat cat mouse"]));
        Assert.Equal(network.Encode(pairs)[0].data<float>().ToArray(), again.Encode(pairs)[0].data<float>().ToArray());
    }

    [Fact]
    public void Orders_candidates_before_it_is_trained()
    {
        using var scope = NewDisposeScope();
        var network = new Lexical(new()).Create(new ModelRequest(Training, 2));
        var answers = network.call(network.Encode(new PairInputs(new TextInputs(["the dog", "the dog", "the dog"]), new TextInputs(["a dog", "the dog", "a cat"])))).Logits;
        var scores = (answers.select(1, 1) - answers.select(1, 0)).data<float>().ToArray();
        Assert.True(scores[1] > scores[0] && scores[0] > scores[2]);
        Assert.Equal(0, scores[2]);
    }

    [Fact]
    public void Forgets_the_rarest_words()
    {
        // Only "the" is kept: "cat" counts as never seen.
        double the = Math.Log(1.2), unseen = Math.Log(6);
        Assert.Equal(unseen / (the + unseen), Features("the cat", "cat", new() { MaxFeatures = 1 })[1], 1e-6);
    }

    private static double[] Features(string first, string second, LexicalSettings? settings = null)
    {
        using var scope = NewDisposeScope();
        var network = new Lexical(settings ?? new()).Create(new ModelRequest(Training, 2));
        return [.. network.Encode(new PairInputs(new TextInputs([first]), new TextInputs([second])))[0].data<float>().ToArray().Select(x => (double)x)];
    }
}
