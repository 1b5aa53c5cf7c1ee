namespace PluginKd.Models.Text.Tests;

public class TextTransformerTests
{
    private static readonly TextInputs Training = new(["not good at all", "very good", "bad , not very good", "good but bad", "a fine one"]);

    private static readonly string[] OwnVocabulary = ["[UNK]", "[SEP]", "[CLS]", "good", "##ness", "bad"];

    public static TheoryData<NormPlace, TextPooling> Shapes => new()
    {
        { NormPlace.Post, TextPooling.Cls }, { NormPlace.Post, TextPooling.Mean }, { NormPlace.Pre, TextPooling.Cls }, { NormPlace.Pre, TextPooling.Mean },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gives_a_text_the_same_answers_whatever_stands_beside_it(NormPlace norm, TextPooling pooling)
    {
        using var network = Create(Small with { Norm = norm, Pooling = pooling });
        var together = Answer(network, "not good", "a very very very very very good and fine one , not bad at all", "");
        var alone = Answer(network, "not good");
        foreach (var name in alone.Names)
        {
            var (own, beside) = (alone[name], together[name].narrow(0, 0, 1));
            // hidden [1, T, D] and attention [1, heads, T, T]: the text's own positions are the same, all others are zero.
            for (var k = 1; k < own.ndim; k++) beside = beside.narrow(k, 0, own.size(k));
            Assert.True((own - beside).abs().max().ToDouble() < 1e-5, name);
            Assert.Equal(own.abs().sum().ToDouble(), together[name].narrow(0, 0, 1).abs().sum().ToDouble(), 1e-4);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gives_pieces_of_a_batch_the_width_of_the_whole(NormPlace norm, TextPooling pooling)
    {
        using var network = Create(Small with { Norm = norm, Pooling = pooling });
        var encoded = network.Encode(new TextInputs(["good", "bad , not very good"]));
        var first = network.call([encoded[0].narrow(0, 0, 1)]);
        Assert.Equal([1, 7, 8], first["hidden.0"].shape);
        Assert.Equal([1, 2, 7, 7], first["attention.1"].shape);
        Assert.Equal(3, first["attention.1"].sum().ToDouble() / 2, 1e-5);
    }

    // Two heads of four numbers: what each sees follows from its queries, keys and values.
    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_heads_see_belongs_together_and_padding_is_zero(NormPlace norm, TextPooling pooling)
    {
        using var network = Create(Small with { Norm = norm, Pooling = pooling });
        var answer = network.call(network.Encode(new TextInputs(["good", "bad , not very good"])));
        Assert.Equal(new float[] { 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1 }, answer[SignalNames.Mask].flatten().data<float>().ToArray());
        for (var k = 0; k < 2; k++)
        {
            Tensor Heads(string name) => answer[name].reshape(2, 7, 2, 4).transpose(1, 2);
            var scores = Heads(SignalNames.Query(k)).matmul(Heads(SignalNames.Key(k)).transpose(2, 3)) / 2;
            Near(scores, answer[SignalNames.AttentionScores(k)]);
            Near(scores[1].softmax(-1), answer[SignalNames.Attention(k)][1]);
            Near(scores[0].narrow(1, 0, 3).narrow(2, 0, 3).softmax(-1), answer[SignalNames.Attention(k)][0].narrow(1, 0, 3).narrow(2, 0, 3));
            foreach (var name in new[] { SignalNames.Hidden(k), SignalNames.Query(k), SignalNames.Key(k), SignalNames.Value(k) })
                Assert.Equal(0, answer[name][0].narrow(0, 3, 4).abs().sum().ToDouble());
        }

        static void Near(Tensor expected, Tensor given) => Assert.True((expected - given).abs().max().ToDouble() < 1e-6);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_weight_learns(NormPlace norm, TextPooling pooling)
    {
        using var network = Create(Small with { Norm = norm, Pooling = pooling });
        network.train();
        network.call(network.Encode(Training)).Logits.log_softmax(1).select(1, 0).sum().backward();
        // A key's bias moves all scores of a query alike, which softmax does not see.
        Assert.Empty(network.named_parameters().Where(p => !p.name.EndsWith("key.bias", StringComparison.Ordinal) && p.parameter.grad!.abs().sum().ToDouble() == 0)
            .Select(p => p.name));
    }

    [Fact]
    public void Learns_a_few_texts_by_heart()
    {
        manual_seed(3).Dispose();
        using var network = new TextTransformer(Small with { Width = 16, Dropout = 0, AttentionDropout = 0 }).Create(new ModelRequest(Training, 2));
        using var optimizer = optim.Adam(network.parameters(), 0.01);
        var (encoded, labels) = (network.Encode(Training), tensor(new long[] { 0, 1, 1, 0, 1 }));
        for (var step = 0; step < 60; step++)
        {
            optimizer.zero_grad();
            nn.functional.cross_entropy(network.call(encoded).Logits, labels).backward();
            optimizer.step();
        }

        Assert.Equal([0L, 1, 1, 0, 1], network.call(encoded).Logits.argmax(1).data<long>().ToArray());
    }

    [Fact]
    public void Sees_the_order_of_words()
    {
        using var network = Create(Small);
        var answer = Answer(network, "good but bad", "bad but good").Logits;
        Assert.True((answer[0] - answer[1]).abs().max().ToDouble() > 1e-3);
    }

    [Fact]
    public void Reads_no_further_than_its_longest_text()
    {
        using var network = Create(Small with { MaxLength = 4 });
        Assert.Equal([2, 4], network.Encode(new TextInputs(["very good", "very good but bad"]))[0].shape);
        Assert.Equal(Answer(network, "very good").Logits.data<float>().ToArray(), Answer(network, "very good but bad").Logits.data<float>().ToArray());
    }

    [Fact]
    public void Takes_word_pieces_from_a_file_and_carries_them()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "vocab.txt");
        File.WriteAllLines(path, OwnVocabulary);
        var model = new TextTransformer(Small with { Vocabulary = path });
        using var network = model.Create(new ModelRequest(Training, 2));
        Assert.Equal([3L, 4, 5, 6, 1, 2], network.Encode(new TextInputs(["Goodness BÀD zz"]))[0].data<long>().ToArray());
        File.Delete(path);
        using var again = model.Create(new ModelRequest(Training, 2, network.Saved));
        Assert.Equal([3L, 4, 5, 6, 1, 2], again.Encode(new TextInputs(["Goodness BÀD zz"]))[0].data<long>().ToArray());
    }

    [Fact]
    public void Says_when_heads_do_not_share_the_width()
    {
        var error = Assert.Throws<UserErrorException>(() => Create(Small with { Heads = 3 }));
        Assert.Equal("3 heads cannot share a width of 8", error.Found);
        Assert.Equal("set width to 6", error.Fix);
    }

    private static TextTransformerSettings Small => new() { Width = 8, Heads = 2, Inner = 12, MaxLength = 32 };

    private static Network Create(TextTransformerSettings settings)
    {
        manual_seed(3).Dispose();
        var network = new TextTransformer(settings).Create(new ModelRequest(Training, 2));
        using (no_grad())
        {
            // First weights are small, so that differences would drown in the last digits.
            foreach (var weight in network.parameters().Where(weight => weight.ndim == 2)) weight.mul_(20);
        }

        network.eval();
        return network;
    }

    private static Signals Answer(Network network, params string[] texts) => network.call(network.Encode(new TextInputs(texts)));
}
