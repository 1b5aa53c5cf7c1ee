namespace PluginKd.Models.Text.Tests;

public sealed class DualEncoderConformance : KdConformance<DualEncoder>
{
    protected override object[] Settings =>
    [
        new DualEncoderSettings { First = new Ngram(new() { Width = 6 }), Width = 4 },
        new DualEncoderSettings { First = new TextTransformer(new() { Width = 8, Heads = 2, Inner = 8 }), Second = new TextCnn(new() { Width = 4, Filters = 3 }), Score = DualScore.Dot },
        new DualEncoderSettings { First = new TinyModel(Modality.Images), Second = new Ngram(new()), Width = 3 },
    ];
}

public class DualEncoderTests
{
    private static readonly PairInputs Training = new(new TextInputs(["good good", "bad"]), new TextInputs(["bad", "good bad"]));

    // Both texts go through E[good] = (1, 2), E[bad] = (3, 4) and A = identity: a = (1, 2), b = (2, 3); a·b = 8, |a|² = 5, |b|² = 13, D = 2.
    [Theory]
    [InlineData(DualScore.Dot, 5.656854249492381, 0.5)]
    [InlineData(DualScore.Cosine, 0.9922778767136677, 5)]
    public void Compares_the_embeddings_of_both_towers(DualScore score, double expected, double scale)
    {
        using var network = Create(new() { First = new Ngram(new() { Ngram = 1, Width = 2 }), Width = 2, Score = score });
        using (no_grad())
        {
            network.state_dict()["first.terms.weight"].copy_(tensor(new[] { 0f, 0f, 3f, 4f, 1f, 2f }).reshape(3, 2));
            network.state_dict()["from_first.weight"].copy_(eye(2));
        }

        var answer = network.call(network.Encode(new PairInputs(new TextInputs(["good"]), new TextInputs(["bad good"]))));
        Assert.Equal(-scale * expected, answer.Logits[0, 0].ToDouble(), 1e-4);
        Assert.Equal(scale * expected, answer.Logits[0, 1].ToDouble(), 1e-4);
        var length = score == DualScore.Cosine ? Math.Sqrt(5) : 1;
        Assert.Equal([1 / length, 2 / length], answer[DualEncoder.First].data<float>().ToArray().Select(v => (double)v), (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.Equal([1, 2], answer[DualEncoder.Second].shape);
    }

    [Fact]
    public void Shares_a_tower_unless_there_are_two()
    {
        using var shared = Create(new() { First = new Ngram(new() { Width = 6 }) });
        using var apart = Create(new() { First = new Ngram(new() { Width = 6 }), Second = new Ngram(new() { Width = 6 }) });
        Assert.DoesNotContain(shared.named_parameters(), p => p.name.Contains("second", StringComparison.Ordinal));
        Assert.Contains(apart.named_parameters(), p => p.name == "second.terms.weight");
        var same = shared.call(shared.Encode(new PairInputs(new TextInputs(["good"]), new TextInputs(["good"]))));
        Assert.Equal(same[DualEncoder.First].data<float>().ToArray(), same[DualEncoder.Second].data<float>().ToArray());
        // A shared tower knows the words of both sides.
        Assert.Equal("bad\ngood", string.Join('\n', shared.Saved["first.vocabulary"].Split('\n').Where(term => !term.Contains(' ')).Order()));
    }

    [Theory]
    [InlineData(DualScore.Dot)]
    [InlineData(DualScore.Cosine)]
    public void Learns_from_empty_texts_too_without_losing_its_numbers(DualScore score)
    {
        using var network = Create(new() { First = new Ngram(new() { Width = 6 }), Score = score });
        var inputs = new PairInputs(new TextInputs(["", "good"]), new TextInputs(["bad", ""]));
        network.call(network.Encode(inputs)).Logits.log_softmax(1).select(1, 0).sum().backward();
        Assert.All(network.parameters().Where(p => p.grad is not null), p => Assert.True(p.grad!.isfinite().all().ToBoolean()));
    }

    [Fact]
    public void Takes_what_its_towers_take()
    {
        Assert.Equal([Modality.TextPair], new DualEncoder(new() { First = new Ngram(new()) }).Takes);
        Assert.Equal([Modality.ImageText], new DualEncoder(new() { First = new TinyModel(Modality.Images), Second = new Ngram(new()) }).Takes);
        var error = Assert.Throws<UserErrorException>(() => Create(new() { First = new TinyModel() }));
        Assert.Equal("the towers take rows of numbers and rows of numbers", error.Found);
        Assert.Equal("model 'dual-encoder' was given texts", Assert.Throws<UserErrorException>(() => new DualEncoder(new() { First = new Ngram(new()) }).Create(new(Training.First, 2))).Found);
    }

    private static Network Create(DualEncoderSettings settings)
    {
        manual_seed(3).Dispose();
        return new DualEncoder(settings).Create(new ModelRequest(Training, 2));
    }
}
