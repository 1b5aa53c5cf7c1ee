namespace PluginKd.Models.Text.Tests;

/// <summary>What holds for all networks on texts.</summary>
public class TextModelTests
{
    private static readonly TextInputs Training = new(["not good at all", "very good", "bad , not very good", "good but bad", "a fine one"]);

    public static TheoryData<string> Models => ["ngram", "ngram-hidden", "text-cnn", "text-transformer", "rnn"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Answers_with_the_signals_it_promises(string model)
    {
        using var network = Create(model);
        var signals = network.call(network.Encode(Training));
        Assert.Equal(Model(model).Signals.Order(), signals.Names.Order());
        Assert.Equal([5, 2], signals.Logits.shape);
        Assert.Equal([5, network.parameters().Last(p => p.ndim == 2).size(1)], signals[SignalNames.Embedding].shape);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Gives_an_example_the_same_answer_whatever_stands_beside_it(string model)
    {
        using var network = Create(model);
        var together = Logits(network, new TextInputs(["not good", "a very very very very very very very very good and fine one , not bad at all", "bad"]));
        var alone = Logits(network, new TextInputs(["not good"]));
        Assert.Equal(alone[0], together[0], 1e-6f);
        Assert.Equal(alone[1], together[1], 1e-6f);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Answers_empty_texts_and_unknown_words(string model)
    {
        using var network = Create(model);
        Assert.All(Logits(network, new TextInputs(["", "zzz qqq"])), z => Assert.True(float.IsFinite(z)));
        Assert.All(Logits(network, new TextInputs([""])), z => Assert.True(float.IsFinite(z)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Is_made_again_from_what_it_saved(string model)
    {
        using var network = Create(model);
        using var again = Model(model).Create(new ModelRequest(new DenseInputs(zeros(1)), 2, network.Saved));
        again.load_state_dict(network.state_dict());
        again.eval();
        Assert.Equal(Logits(network, Training), Logits(again, Training));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Has_the_same_weights_for_the_same_seed(string model)
    {
        using var first = Create(model);
        using var second = Create(model);
        Assert.Equal(Logits(first, Training), Logits(second, Training));
    }

    [Theory]
    [InlineData("ngram")]
    [InlineData("ngram-hidden")]
    [InlineData("text-cnn")]
    public void Learns_nothing_for_padding(string model)
    {
        using var network = Create(model);
        network.train();
        network.call(network.Encode(Training)).Logits.sum().backward();
        Assert.All(network.parameters().First().grad![0].data<float>().ToArray(), g => Assert.Equal(0, g));
    }

    [Theory]
    [InlineData("ngram", "ngram")]
    [InlineData("text-cnn", "text-cnn")]
    [InlineData("text-transformer", "text-transformer")]
    [InlineData("rnn", "rnn")]
    public void Refuses_numbers(string model, string name)
    {
        using var network = Create(model);
        Assert.Equal($"model '{name}' was given rows of numbers", Assert.Throws<UserErrorException>(() => network.Encode(new DenseInputs(zeros(1)))).Found);
    }

    // Mean of the rows of the known terms, then one linear layer: E[good] = (1, 2), E[bad] = (3, 4), W = identity, b = 0.
    [Fact]
    public void Ngram_is_the_mean_of_its_terms()
    {
        using var network = new Ngram(new() { Ngram = 1, Width = 2 }).Create(new ModelRequest(new TextInputs(["good good bad"]), 2));
        using (no_grad())
        {
            var state = network.state_dict();
            state["terms.weight"].copy_(tensor(new[] { 0f, 0f, 1f, 2f, 3f, 4f }).reshape(3, 2));
            state["layers.0.weight"].copy_(eye(2));
            state["layers.0.bias"].zero_();
        }

        Assert.Equal([2f, 3f, 5 / 3f, 8 / 3f], Logits(network, new TextInputs(["good bad unknown", "good good bad"])), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Ngram_terms_are_words_then_pairs_then_longer_runs() =>
        Assert.Equal(["not", "so", "good", "not so", "so good", "not so good"], NgramNetwork.Terms("Not so good", 3, 100));

    [Fact]
    public void Ngram_reads_no_further_than_its_longest_text()
    {
        Assert.Equal(["not", "so", "not so"], NgramNetwork.Terms("Not so good", 3, 2));
        using var network = Seeded(new Ngram(new() { MaxLength = 2 }));
        Assert.Equal(Logits(network, new TextInputs(["very good"])), Logits(network, new TextInputs(["very good but bad"])));
        var encoded = network.Encode(new TextInputs([string.Concat(Enumerable.Repeat("good ", 150_000))]))[0];
        Assert.Equal([1, 2], encoded.shape);
    }

    [Fact]
    public void Says_how_many_texts_and_terms_are_too_many()
    {
        Assert.Equal(131_072, TokenRows.WidthOf(16_000, 131_072, "ngram", extra: 0));
        var error = Assert.Throws<UserErrorException>(() => TokenRows.WidthOf(50_000, 150_000, "ngram", extra: 0));
        Assert.Equal("50000 texts, the longest of 150000 terms, make a table of 7500000000 numbers", error.Found);
        Assert.Contains("max-length of model 'ngram'", error.Fix, StringComparison.Ordinal);
    }

    // Order matters to the windows: a bag of words would answer both alike.
    [Fact]
    public void Text_cnn_sees_the_order_of_words()
    {
        using var network = Create("text-cnn");
        Assert.NotEqual(Logits(network, new TextInputs(["good but bad"])), Logits(network, new TextInputs(["bad but good"])));
    }

    [Fact]
    public void Text_cnn_reads_no_further_than_its_longest_text()
    {
        using var network = Seeded(new TextCnn(new() { MaxLength = 2, Windows = [2] }));
        Assert.Equal(Logits(network, new TextInputs(["very good"])), Logits(network, new TextInputs(["very good but bad"])));
    }

    [Fact]
    public void Text_cnn_needs_windows() => Assert.Equal("model 'text-cnn' has no windows, or one below 1 word",
        Assert.Throws<UserErrorException>(() => Seeded(new TextCnn(new() { Windows = [] }))).Found);

    private static Network Create(string model) => Seeded(Model(model));

    private static Network Seeded(IModel model)
    {
        manual_seed(3).Dispose();
        var network = model.Create(new ModelRequest(Training, 2));
        network.eval();
        return network;
    }

    private static IModel Model(string model) => model switch
    {
        "ngram" => new Ngram(new() { Width = 6 }),
        "ngram-hidden" => new Ngram(new() { Width = 6, Hidden = [4], Ngram = 3 }),
        "rnn" => new Rnn(new() { Width = 4, WordWidth = 6 }),
        "text-transformer" => new TextTransformer(new() { Width = 6, Heads = 2, Inner = 8 }),
        _ => new TextCnn(new() { Width = 6, Filters = 4 }),
    };

    private static float[] Logits(Network network, Inputs inputs) => network.call(network.Encode(inputs)).Logits.data<float>().ToArray();
}
