namespace PluginKd.Models.Text.Tests;

/// <summary>What networks make of two texts.</summary>
public class TextPairTests
{
    private static readonly PairInputs Training = Pairs(("who is good", "a good one is"), ("who is bad", "not good at all"), ("is it", "very bad , not good"));

    public static TheoryData<string> Models => ["ngram", "text-cnn", "text-transformer"];

    // Rows of both texts: a = E[good] = (1, 2), b = mean of E[good] and E[bad] = (2, 3); |a − b| = (1, 1), a ∘ b = (2, 6). W adds all eight up, the second row with signs.
    [Fact]
    public void Ngram_compares_the_means_of_both_texts()
    {
        using var network = new Ngram(new() { Ngram = 1, Width = 2 }).Create(new ModelRequest(Pairs(("good", "good bad")), 2));
        using (no_grad())
        {
            var state = network.state_dict();
            state["terms.weight"].copy_(tensor(new[] { 0f, 0f, 1f, 2f, 3f, 4f }).reshape(3, 2));
            state["layers.0.weight"].copy_(tensor(new[] { 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 0f, -1f, 0f, 10f, 0f, 0f, -1f }).reshape(2, 8));
            state["layers.0.bias"].zero_();
        }

        Assert.Equal([18f, 3f], Logits(network, Pairs(("good", "good bad"))), (x, y) => Math.Abs(x - y) < 1e-5);
        Assert.Equal([1f, 2f, 2f, 3f, 1f, 1f, 2f, 6f], network.call(network.Encode(Pairs(("good", "good bad"))))[SignalNames.Embedding].data<float>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-6);
    }

    [Fact]
    public void Text_cnn_compares_what_the_same_layers_find_in_both()
    {
        using var network = Create("text-cnn");
        using var alone = Model("text-cnn").Create(new ModelRequest(Training.First, 2, new Dictionary<string, string> { ["vocabulary"] = network.Saved["vocabulary"] }));
        using (no_grad())
        {
            foreach (var name in new[] { "words.weight", "windows.0.weight", "windows.0.bias" }) alone.state_dict()[name].copy_(network.state_dict()[name]);
        }

        alone.eval();
        Tensor Found(string text) => alone.call(alone.Encode(new TextInputs([text])))[SignalNames.Embedding];
        var (a, b) = (Found("who is"), Found("not good"));
        var both = network.call(network.Encode(Pairs(("who is", "not good"))))[SignalNames.Embedding];
        Assert.Equal(cat([a, b, (a - b).abs(), a * b], 1).data<float>().ToArray(), both.data<float>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Learns_whether_two_texts_fit(string model)
    {
        manual_seed(3).Dispose();
        PairInputs texts = Pairs(("red", "rose"), ("blue", "sky"), ("red", "sky"), ("blue", "rose"));
        using var network = Model(model).Create(new ModelRequest(texts, 2));
        using var optimizer = optim.Adam(network.parameters(), 0.02);
        var (encoded, labels) = (network.Encode(texts), tensor(new long[] { 1, 1, 0, 0 }));
        for (var step = 0; step < 150; step++)
        {
            optimizer.zero_grad();
            nn.functional.cross_entropy(network.call(encoded).Logits, labels).backward();
            optimizer.step();
        }

        network.eval();
        // Neither word alone tells: only what both have to do with each other.
        Assert.Equal([1L, 1, 0, 0], network.call(encoded).Logits.argmax(1).data<long>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Gives_a_pair_the_same_answer_whatever_stands_beside_it(string model)
    {
        using var network = Create(model);
        var together = Logits(network, Pairs(("is it", "good"), ("", ""), ("who is it that is not at all very good", "bad , bad , bad , very bad")));
        Assert.Equal(Logits(network, Pairs(("is it", "good"))), together.AsSpan(0, 2).ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.All(together, z => Assert.True(float.IsFinite(z)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Knows_words_of_both_texts(string model)
    {
        using var network = Create(model);
        Assert.NotEqual(Logits(network, Pairs(("who", "one"))), Logits(network, Pairs(("it", "one"))));
        Assert.NotEqual(Logits(network, Pairs(("who", "one"))), Logits(network, Pairs(("who", "very"))));
    }

    [Theory]
    [InlineData("ngram")]
    [InlineData("text-cnn")]
    public void Says_which_kind_it_was_made_for(string model)
    {
        using var network = Create(model);
        var error = Assert.Throws<UserErrorException>(() => network.Encode(Training.First));
        Assert.Equal(($"model '{model}' was given texts", "pairs of texts"), (error.Found, error.Expected));
        using var ofTexts = Model(model).Create(new ModelRequest(Training.First, 2));
        Assert.Equal("texts", Assert.Throws<UserErrorException>(() => ofTexts.Encode(Training)).Expected);
    }

    [Fact]
    public void A_transformer_made_for_texts_has_no_types_for_pairs()
    {
        using var network = Model("text-transformer").Create(new ModelRequest(Training.First, 2));
        Assert.Equal("model 'text-transformer' was given pairs of texts", Assert.Throws<UserErrorException>(() => network.Encode(Training)).Found);
    }

    // [CLS] a [SEP] b [SEP]: three marks, so 5 words of room; 4 and 4 words lose one of b, one of a, one of b.
    [Fact]
    public void Transformer_cuts_the_longer_text()
    {
        using var network = new TextTransformer(new() { Width = 8, Heads = 2, MaxLength = 8 }).Create(new ModelRequest(Pairs(("a b c d", "e f g h")), 2));
        long[] Numbers(string first, string second) => network.Encode(Pairs((first, second)))[0].data<long>().ToArray();
        Assert.Equal(Numbers("a b c", "e f"), Numbers("a b c d", "e f g h"));
        Assert.Equal(Numbers("a", "e f g h"), Numbers("a", "e f g h x x"));
        Assert.Equal([0L, 0, 0, 0, 0, 1, 1, 1], network.Encode(Pairs(("a b c d", "e f g h")))[1].data<long>().ToArray());
        using var short2 = new TextTransformer(new() { Width = 8, Heads = 2, MaxLength = 2 }).Create(new ModelRequest(Training, 2));
        Assert.Equal("max-length is 2", Assert.Throws<UserErrorException>(() => short2.Encode(Training)).Found);
    }

    private static PairInputs Pairs(params (string First, string Second)[] pairs) =>
        new(new TextInputs([.. pairs.Select(p => p.First)]), new TextInputs([.. pairs.Select(p => p.Second)]));

    private static Network Create(string model)
    {
        manual_seed(3).Dispose();
        var network = Model(model).Create(new ModelRequest(Training, 2));
        network.eval();
        return network;
    }

    private static IModel Model(string model) => model switch
    {
        "ngram" => new Ngram(new() { Width = 8 }),
        "text-transformer" => new TextTransformer(new() { Width = 8, Heads = 2, Inner = 16, Dropout = 0, AttentionDropout = 0, Norm = NormPlace.Pre }),
        _ => new TextCnn(new() { Width = 8, Filters = 8, Windows = [1], Dropout = 0 }),
    };

    private static float[] Logits(Network network, Inputs inputs) => network.call(network.Encode(inputs)).Logits.data<float>().ToArray();
}
