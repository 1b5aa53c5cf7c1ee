using System.Text.Json;

namespace PluginKd.Models.Text.Tests;

public sealed class FusionEncoderConformance : KdConformance<FusionEncoder>
{
    protected override object[] Settings =>
    [
        new FusionEncoderSettings { Width = 8, Heads = 2, Inner = 12, Patch = 4, MaxLength = 16 },
        new FusionEncoderSettings { Width = 8, Heads = 4, Inner = 8, Patch = 8, Layers = 1, FirstLayers = 0, Norm = NormPlace.Post, Pooling = TextPooling.Mean, Dropout = 0, AttentionDropout = 0 },
        new FusionEncoderSettings { Width = 8, Heads = 2, Inner = 12, Tower = new MapModel() },
    ];
}

/// <summary>The numbers in <c>expected.json</c> were written by <c>reference.py</c>, which shares nothing with the plugin.</summary>
public class FusionEncoderTests
{
    private static readonly FusionEncoderSettings Small = new() { Width = 8, Heads = 2, Inner = 12, Patch = 2, MaxLength = 6, Layers = 2, FirstLayers = 1, Dropout = 0.5, AttentionDropout = 0.5 };

    private static readonly PairInputs ImageTexts = new(Images(2, 4), new TextInputs(["red dog", "blue dog runs"]));

    private static readonly PairInputs TextPairs = new(new TextInputs(["dog", "Red runs dog zzz"]), new TextInputs(["red dog", "blue dog runs"]));

    public static TheoryData<int> Cases => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_an_independent_program(int number)
    {
        var expected = JsonSerializer.Deserialize<List<Case>>(File.ReadAllText(Path.Combine(Places.Repository, "tests", "PluginKd.Models.Text.Tests", "Fusion", "expected.json")),
            new JsonSerializerOptions { PropertyNameCaseInsensitive = true })![number];
        var inputs = expected.Images ? ImageTexts : TextPairs;
        var settings = Small with { Norm = Enum.Parse<NormPlace>(expected.Norm) };
        using var network = Create(settings, inputs);
        Fill(network);
        network.eval();
        var answer = network.call(network.Encode(inputs));
        Assert.Equal(new FusionEncoder(settings).Signals.Order(), answer.Names.Order());
        for (var i = 0; i < 2; i++)
        {
            Assert.Subset(answer.Names.ToHashSet(), expected.Answers[i].Keys.ToHashSet());
            foreach (var (name, table) in expected.Answers[i])
            {
                // Beside what the program gives stands padding, which is zero.
                var (whole, own) = (answer[name][i], answer[name][i]);
                for (var d = 0; d < table.Shape.Length; d++) own = own.narrow(d, 0, table.Shape[d]);
                Assert.Equal(table.Values, own.contiguous().reshape(-1).data<float>().ToArray().Select(v => (double)v), (x, y) => Math.Abs(x - y) < 2e-5);
                Assert.Equal(own.abs().sum().ToDouble(), whole.abs().sum().ToDouble(), 1e-4);
            }
        }
    }

    // Float64 and central differences, at a few entries of every parameter.
    [Theory]
    [InlineData(NormPlace.Pre, true)]
    [InlineData(NormPlace.Post, false)]
    public void Gradients_are_those_of_central_differences(NormPlace norm, bool ofImages)
    {
        var inputs = ofImages ? ImageTexts : TextPairs;
        using var network = Create(Small with { Norm = norm }, inputs);
        Fill(network);
        network.to(float64).eval();
        var encoded = network.Encode(inputs).Select(e => e.dtype == float32 ? e.to(float64) : e).ToList();
        double Loss() => network.call(encoded).Logits.log_softmax(1).select(1, 1).sum().ToDouble();
        network.call(encoded).Logits.log_softmax(1).select(1, 1).sum().backward();
        foreach (var (name, weight) in network.named_parameters())
        {
            var gradient = weight.grad!.reshape(-1);
            var flat = weight.detach().view(-1);
            foreach (var at in new[] { 0L, weight.numel() / 2, weight.numel() - 1 })
            {
                var (value, step) = (flat[at].ToDouble(), 1e-5);
                double At(double there)
                {
                    using var quiet = no_grad();
                    flat[at].fill_(there);
                    return Loss();
                }

                var difference = (At(value + step) - At(value - step)) / (2 * step);
                At(value);
                Assert.True(Math.Abs(difference - gradient[at].ToDouble()) < 1e-7, $"{name}[{at}]: {gradient[at].ToDouble()}, by differences {difference}");
            }
        }
    }

    [Fact]
    public void Pools_the_mean_over_the_words_without_padding()
    {
        using var network = Create(Small with { Pooling = TextPooling.Mean }, ImageTexts);
        network.eval();
        var answer = network.call(network.Encode(ImageTexts));
        // Four words with their marks, and five.
        Assert.Equal(answer[SignalNames.Hidden(2)][0].narrow(0, 0, 4).mean([0]).data<float>().ToArray(), answer[SignalNames.Embedding][0].data<float>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.Equal(answer[SignalNames.Hidden(2)][1].narrow(0, 0, 5).mean([0]).data<float>().ToArray(), answer[SignalNames.Embedding][1].data<float>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-6);
    }

    // Every word of the text and every patch of the image counts.
    [Fact]
    public void The_answer_depends_on_both_sides()
    {
        using var network = Create(Small, ImageTexts);
        Fill(network);
        network.eval();
        var plain = Logits(network, ImageTexts);
        var pixels = ((DenseInputs)ImageTexts.First).Values.clone();
        pixels[0, 2, 3, 3] += 1;
        Assert.NotEqual(plain[0], Logits(network, new PairInputs(new DenseInputs(pixels), ImageTexts.Second))[0]);
        Assert.Equal(plain[1], Logits(network, new PairInputs(new DenseInputs(pixels), ImageTexts.Second))[1]);
        Assert.NotEqual(plain[0], Logits(network, new PairInputs(ImageTexts.First, new TextInputs(["red runs", "blue dog runs"])))[0]);
    }

    [Fact]
    public void A_tower_is_trained_along_and_its_last_map_gives_the_tokens()
    {
        using var network = Create(Small with { Tower = new MapModel() }, ImageTexts);
        var answer = network.call(network.Encode(ImageTexts));
        Assert.Equal([2, 4, 8], answer[FusionEncoder.Context].shape);
        answer.Logits.log_softmax(1).select(1, 0).sum().backward();
        Assert.True(network.named_parameters().Single(p => p.name == "first.tower.map.weight").parameter.grad!.abs().sum().ToDouble() > 0);
    }

    [Fact]
    public void Cuts_long_texts_and_takes_empty_ones()
    {
        using var network = Create(Small, ImageTexts);
        network.eval();
        var answer = network.call(network.Encode(new PairInputs(ImageTexts.First, new TextInputs(["", string.Join(' ', Enumerable.Repeat("dog", 100))]))));
        Assert.Equal([2, 6, 8], answer[SignalNames.Hidden(0)].shape);
        Assert.True(answer.Logits.isfinite().all().ToBoolean());
        // An empty text is two marks, and nothing stands behind them.
        Assert.Equal(0, answer[FusionEncoder.CrossAttention(0)][0].narrow(1, 2, 4).abs().sum().ToDouble());
        Assert.Equal(1, answer[FusionEncoder.CrossAttention(0)][0, 0, 1].sum().ToDouble(), 1e-6);
    }

    [Theory]
    [InlineData(NormPlace.Pre)]
    [InlineData(NormPlace.Post)]
    public void Stays_finite_on_extreme_pixels(NormPlace norm)
    {
        using var network = Create(Small with { Norm = norm }, ImageTexts);
        var extreme = new PairInputs(new DenseInputs(stack([full([3, 4, 4], 1e6f), zeros(3, 4, 4)])), ImageTexts.Second);
        network.call(network.Encode(extreme)).Logits.log_softmax(1).select(1, 0).sum().backward();
        Assert.All(network.parameters(), parameter => Assert.True(parameter.grad is null || parameter.grad.isfinite().all().ToBoolean()));
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Equal("patches of 3 × 3 pixels do not fill images of 4 × 4", Found(() => Create(Small with { Patch = 3 }, ImageTexts)));
        Assert.Equal("3 heads cannot share a width of 8", Found(() => Create(Small with { Heads = 3 }, ImageTexts)));
        Assert.Equal("the tower gives no map of an image", Found(() => Create(Small with { Tower = new NoMapModel() }, ImageTexts)));
        Assert.Equal("the tower's 'hidden.0' is [1, 5]", Found(() => Create(Small with { Tower = new TinyModel(Modality.Images) }, TinyPairs())));
        Assert.Equal("the tower takes rows of numbers", Found(() => Create(Small with { Tower = new TinyModel() }, ImageTexts)));
        using var network = Create(Small, ImageTexts);
        Assert.Equal("an image is [3, 8, 8]", Found(() => network.Encode(new PairInputs(Images(2, 8), ImageTexts.Second))));
        Assert.Equal("model 'fusion-encoder' was given pairs of texts", Found(() => network.Encode(TextPairs)));
        Assert.Equal([Modality.ImageText], new FusionEncoder(Small with { Tower = new MapModel() }).Takes);
        static string Found(Action act) => Assert.Throws<UserErrorException>(act).Found;
        static PairInputs TinyPairs() => (PairInputs)TinyData.Of(Modality.ImageText)["train"].Inputs;
    }

    private static float[][] Logits(Network network, PairInputs inputs)
    {
        var logits = network.call(network.Encode(inputs)).Logits;
        return [.. Enumerable.Range(0, inputs.Count).Select(i => logits[i].data<float>().ToArray())];
    }

    private static DenseInputs Images(int count, int side) =>
        new(tensor(Enumerable.Range(0, count * 3 * side * side).Select(i => (float)Math.Sin(0.3 * i)).ToArray()).reshape(count, 3, side, side));

    private static Network Create(FusionEncoderSettings settings, PairInputs inputs)
    {
        manual_seed(3).Dispose();
        return new FusionEncoder(settings).Create(new ModelRequest(inputs, 2));
    }

    private static void Fill(Network network)
    {
        using var quiet = no_grad();
        foreach (var (n, (name, weight)) in network.named_parameters().OrderBy(p => p.name, StringComparer.Ordinal).Index())
        {
            var values = Enumerable.Range(0, (int)weight.numel()).Select(i => (float)((0.4 * Math.Sin((1.3 * (i + 1)) + (0.7 * n))) + (name.Contains("norm.weight", StringComparison.Ordinal) ? 1 : 0)));
            weight.copy_(tensor(values.ToArray()).reshape(weight.shape));
        }
    }

    private sealed record Table(int[] Shape, double[] Values);

    private sealed record Case(string Norm, bool Images, List<Dictionary<string, Table>> Answers);
}

/// <summary>A model of images with maps: one convolution that halves height and width.</summary>
public class MapModel : IModel
{
    /// <inheritdoc />
    public IReadOnlyList<Modality> Takes { get; } = [Modality.Images];

    /// <inheritdoc />
    public virtual IReadOnlyList<string> Signals { get; } = [SignalNames.Logits, SignalNames.Hidden(0)];

    /// <inheritdoc />
    public Network Create(ModelRequest request) => new MapNetwork();

    private sealed class MapNetwork : Network
    {
        private readonly TorchSharp.Modules.Conv2d _map = nn.Conv2d(3, 5, 2, stride: 2);

        public MapNetwork()
            : base(nameof(MapNetwork)) => register_module("map", _map);

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [((DenseInputs)inputs).Values];

        public override Signals forward(IReadOnlyList<Tensor> input)
        {
            var map = _map.call(input[0]).tanh();
            return new Signals((SignalNames.Logits, map.mean([2, 3])), (SignalNames.Hidden(0), map));
        }
    }
}

internal sealed class NoMapModel : MapModel
{
    public override IReadOnlyList<string> Signals { get; } = [SignalNames.Logits];
}
