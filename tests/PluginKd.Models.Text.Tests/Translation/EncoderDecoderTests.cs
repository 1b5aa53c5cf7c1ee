using System.Text.Json;

namespace PluginKd.Models.Text.Tests;

public sealed class EncoderDecoderTests
{
    private static readonly string[] Classes = [IGenerator.End, "▁x", "y", "▁z"];

    private static readonly PairInputs Pairs = Of(("b a", "▁x y"), ("a", ""));

    private static readonly EncoderDecoderSettings Small = new() { Layers = 1, DecoderLayers = 2, Width = 6, Heads = 2, Inner = 4, Pieces = 400, MinCount = 1, Dropout = 0 };

    // Against a program in NumPy, reference.py: place by place, head by head, without padding and masks.
    [Fact]
    public void Answers_as_the_reference_does()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Places.Repository, "tests", "PluginKd.Models.Text.Tests", "Translation", "expected.json")));
        using var network = Made(Small, Pairs);
        foreach (var (name, parameter) in network.named_parameters())
        {
            using var quiet = no_grad();
            parameter.copy_(tensor(Enumerable.Range(0, (int)parameter.numel()).Select(j => (float)(0.5 * Math.Sin(name.Length + (0.7 * j)))).ToArray()).reshape(parameter.shape));
        }

        var logits = network.call(network.Encode(Pairs)).Logits;
        Assert.Equal([2, 3, 4], logits.shape);
        for (var i = 0; i < 2; i++)
        {
            var expected = file.RootElement[i].EnumerateArray().SelectMany(row => row.EnumerateArray().Select(value => value.GetDouble())).ToArray();
            var found = logits[i].narrow(0, 0, expected.Length / 4).flatten().data<float>().ToArray();
            for (var j = 0; j < expected.Length; j++) Assert.Equal(expected[j], found[j], 1e-4);
        }
    }

    [Fact]
    public void Sees_no_piece_before_it_is_written_and_all_of_the_text()
    {
        using var network = Made(Small with { Width = 16, Layers = 2 }, Pairs);
        var plain = Logits(network, Of(("b a", "▁x y ▁x ▁x")))[0];
        var later = Logits(network, Of(("b a", "▁x y y ▁x")))[0];
        // The third piece is the decoder's input at the fourth place.
        Assert.Equal(plain.narrow(0, 0, 3).data<float>().ToArray(), later.narrow(0, 0, 3).data<float>().ToArray());
        Assert.True(Distance(plain[3], later[3]) > 1e-3);
        // The end of the text counts from the first place on.
        Assert.True(Distance(plain[0], Logits(network, Of(("b b", "▁x y ▁x ▁x")))[0][0]) > 1e-3);
    }

    [Fact]
    public void Padding_and_other_pairs_change_nothing()
    {
        using var network = Made(Small with { Width = 16, Layers = 2 }, Pairs);
        var pair = ("b a", "▁x y");
        var (alone, beside) = (Answer(network, Of(pair)), Answer(network, Of(("a a a b b b a", "y"), pair, ("a", "▁x ▁x ▁x ▁x ▁x y y y"))));
        foreach (var name in alone.Names)
        {
            var (own, among) = (alone[name][0], beside[name][1]);
            for (var k = 0; k < own.ndim; k++) among = among.narrow(k, 0, own.size(k));
            Assert.True(Distance(own, among) < 1e-5, name);
            if (name != SignalNames.Logits) Assert.Equal(own.abs().sum().ToDouble(), beside[name][1].abs().sum().ToDouble(), 1e-3);
        }
    }

    [Fact]
    public void Learns_a_few_translations_by_heart_and_writes_them()
    {
        var pairs = Of(("b a", "▁x y"), ("a", "▁z"), ("b", "y y y ▁x"), ("a b", ""));
        manual_seed(3).Dispose();
        using var network = new EncoderDecoder(Small with { Width = 16 }).Create(new ModelRequest(pairs, Classes.Length));
        using var optimizer = optim.Adam(network.parameters(), 0.005);
        var split = new Split("train", SplitRole.Train, pairs, null, [0, 1, 2, 3])
        {
            TokenLabels = new([.. ((TokenInputs)pairs.Second).Sequences.Select(words => Array.ConvertAll(words, word => Array.IndexOf(Classes, word)))]),
        };
        var (encoded, labels) = (network.Encode(pairs), tensor(Array.ConvertAll(split.Targets, label => (long)label)));
        var last = double.NaN;
        for (var step = 0; step < 400; step++)
        {
            optimizer.zero_grad();
            var loss = nn.functional.cross_entropy(split.RowsOfTargets(network.call(encoded).Logits), labels);
            loss.backward();
            optimizer.step();
            last = loss.ToDouble();
        }

        Assert.InRange(last, 0, 0.05);

        Assert.True(network.training);
        foreach (var beam in new[] { 1, 3 }) Assert.Equal(["1 2", "3", "2 2 2 1", ""], Written(network, pairs, beam, 9));
        Assert.Equal(["1 2", "3", "2 2", ""], Written(network, pairs, 1, 2));
        Assert.True(network.training);
    }

    // Greedy: at each place the best piece, found by running the whole network on what is written so far.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Greedy_search_takes_the_best_piece_of_the_whole_network(int seed)
    {
        using var network = Made(Small with { Width = 8, Layers = 2 }, Pairs, seed);
        string[] texts = ["b a", "a", "b b b b a a", "", "zz"];
        var expected = texts.Select(text =>
        {
            var pieces = new List<int>();
            for (var length = 0; length < 6; length++)
            {
                var best = (int)Logits(network, Of((text, string.Join(' ', pieces.Select(piece => Classes[piece])))))[0][pieces.Count].argmax().ToInt64();
                if (best == 0) break;
                pieces.Add(best);
            }

            return string.Join(' ', pieces);
        });
        Assert.Equal(expected, Written(network, Of([.. texts.Select(text => (text, "▁x y"))]), 1, 6));
    }

    // Beams as many as there are sequences of up to three pieces of three: nothing is passed over, so the best of all sequences that end is found.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_wide_search_finds_the_best_of_all_sequences(double penalty)
    {
        using var network = Made(Small with { Width = 8, Layers = 2 }, Pairs, 5);
        int[][] all = [[], .. Enumerable.Range(1, 3).SelectMany(Sequences)];
        foreach (var text in new[] { "b a", "a", "a b a" })
        {
            var scores = Logits(network, Of([.. all.Select(pieces => (text, string.Join(' ', pieces.Select(piece => Classes[piece]))))])).log_softmax(2);
            var best = all.Select((pieces, i) => (Pieces: pieces, Score: pieces.Append(0).Select((piece, t) => scores[i, t, piece].ToDouble()).Sum() / Math.Pow(pieces.Length + 1, penalty)))
                .MaxBy(found => found.Score).Pieces;
            Assert.Equal(best, ((IGenerator)network).Generate(Of((text, "")), Request(50, 3) with { LengthPenalty = penalty })[0]);
        }

        static IEnumerable<int[]> Sequences(int length) => length == 0 ? [[]] : Sequences(length - 1).SelectMany(pieces => Enumerable.Range(1, 3).Select(piece => (int[])[.. pieces, piece]));
    }

    // By hand: from the start a (0.6) beats b (0.4); behind a the end has 0.55, behind b 0.9. Greedy writes a (0.33), two beams b (0.36).
    [Fact]
    public void Beams_find_what_greedy_search_passes_by()
    {
        var table = new Dictionary<int, float[]> { [-1] = [0, 0.6f, 0.4f, 0], [1] = [0.55f, 0, 0, 0.45f], [2] = [0.9f, 0.1f, 0, 0], [3] = [1, 0, 0, 0] };
        Tensor Step(long[] rows, int[] pieces) => tensor(pieces.SelectMany(piece => table[piece]).ToArray()).reshape(pieces.Length, 4).clamp_min(1e-9).log();
        Assert.Equal([1], new BeamSearch(1, 0, 5, 0).Run(1, Step)[0]);
        Assert.Equal([[2], [2]], new BeamSearch(2, 0, 5, 0).Run(2, Step));
    }

    // By hand: a likely path of three pieces (each 0.97), beside which ends are always at hand (0.01 each): they are finished first, and are not taken for it.
    [Fact]
    public void A_likely_sequence_is_waited_for()
    {
        var table = new Dictionary<int, float[]> { [-1] = [0.01f, 0.97f, 0.01f, 0.01f], [1] = [0.01f, 0.01f, 0.97f, 0.01f], [2] = [0.01f, 0.01f, 0.01f, 0.97f], [3] = [0.97f, 0.01f, 0.01f, 0.01f] };
        foreach (var beam in new[] { 1, 2, 3 })
            Assert.Equal([1, 2, 3], new BeamSearch(beam, 0, 9, 1).Run(1, (_, pieces) => tensor(pieces.SelectMany(piece => table[piece]).ToArray()).reshape(pieces.Length, 4).log())[0]);
    }

    [Fact]
    public void Refuses_other_inputs_and_heads_that_do_not_share_the_width()
    {
        using var network = Made(Small, Pairs);
        Assert.Equal("model 'encoder-decoder' was given texts", Assert.Throws<UserErrorException>(() => ((IGenerator)network).Generate(new TextInputs(["a"]), Request(1, 3))).Found);
        Assert.Equal("set width to 5", Assert.Throws<UserErrorException>(() => Made(Small with { Heads = 5 }, Pairs)).Fix);
    }

    // Pieces of "ab ab b": ▁, a, b, then a·b, ▁·ab; two marks before them, and one more for padding.
    [Fact]
    public void Text_transformer_reads_the_same_pieces()
    {
        manual_seed(3).Dispose();
        var model = new TextTransformer(new() { Layers = 1, Width = 4, Heads = 1, Inner = 4, Pieces = 261 });
        using var network = model.Create(new ModelRequest(new TextInputs(["ab ab b"]), 2));
        Assert.Equal([1L, 263, 259, 261, 2], network.Encode(new TextInputs(["ab b"]))[0].data<long>().ToArray());
        using var again = model.Create(new ModelRequest(new TextInputs(["c"]), 2, network.Saved));
        Assert.Equal([1L, 263, 259, 102, 2], again.Encode(new TextInputs(["ab c"]))[0].data<long>().ToArray());
        using var tagger = model.Create(new ModelRequest(new TokenInputs([["ab", "ab", "b"]]), 2));
        Assert.Equal([1L, 2, 4], tagger.Encode(new TokenInputs([["ab", "b", ""]]))[1].data<long>().ToArray());
    }

    private static PairInputs Of(params (string Text, string Pieces)[] pairs) => new(
        new TextInputs([.. pairs.Select(pair => pair.Text)]),
        new TokenInputs([.. pairs.Select(pair => (string[])[.. pair.Pieces.Split(' ', StringSplitOptions.RemoveEmptyEntries), IGenerator.End])]));

    private static Network Made(EncoderDecoderSettings settings, PairInputs examples, int seed = 3)
    {
        manual_seed(seed).Dispose();
        var network = new EncoderDecoder(settings).Create(new ModelRequest(examples, Classes.Length));
        network.eval();
        return network;
    }

    private static Signals Answer(Network network, PairInputs pairs)
    {
        using var quiet = no_grad();
        return network.call(network.Encode(pairs));
    }

    private static Tensor Logits(Network network, PairInputs pairs) => Answer(network, pairs).Logits;

    private static GenerationRequest Request(int beam, int maxLength) => new(new StageContext { Name = "evaluate", StageSeed = 1 }, Classes, maxLength) { Beam = beam };

    private static string[] Written(Network network, PairInputs pairs, int beam, int maxLength) =>
        [.. ((IGenerator)network).Generate(pairs, Request(beam, maxLength)).Select(pieces => string.Join(' ', pieces))];

    private static double Distance(Tensor a, Tensor b) => (a - b).abs().max().ToDouble();
}
