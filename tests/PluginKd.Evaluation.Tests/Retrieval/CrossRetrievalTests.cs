using System.Globalization;
using System.Text.Json;

namespace PluginKd.Evaluation.Tests;

public class CrossRetrievalTests
{
    private static readonly string[] Classes = ["no", "yes"];

    public static TheoryData<int> Cases => [0, 1, 2];

    // Two images with two captions each. Image 0: its captions 0 and 1 score 1 and 3, the others 2 and 3: places of its best: 3 stands first of the equal ones, so 1. Image 1: 0 and −1 against 5 and 1: place 3.
    // Caption 0: image 0 has 1, image 1 has 5: place 2; caption 1: 3 against 1: place 1; caption 2: its image 1 has 0 against 2: 2; caption 3: −1 against 3: 2.
    [Fact]
    public void Gives_the_values_worked_out_by_hand()
    {
        var measured = Measure(new TableNetwork(tensor(new float[,] { { 1, 3, 2, 3 }, { 5, 1, 0, -1 } })), Pairs(2, 2), new() { Cutoffs = [1, 2, 3] });
        Assert.Equal([0.5, 0.5, 1], new[] { 1, 2, 3 }.Select(k => Value(measured, $"r@{k}/to-second")));
        Assert.Equal([0.25, 1, 1], new[] { 1, 2, 3 }.Select(k => Value(measured, $"r@{k}/to-first")));
        Assert.Equal((2, 2), (Value(measured, "median-place/to-second"), Value(measured, "median-place/to-first")));
        Assert.Equal(4.25, Value(measured, "rsum"));
        Assert.Equal((2, 4, 8), (Value(measured, "firsts"), Value(measured, "seconds"), Value(measured, "pairs-run")));
        // By chance: one of 4 places is right with 2 of 4, both among 2 wrong with 1 of 6, never in 3.
        Assert.Equal(["to-second", "2", "4", "0.5000", "0.5000", "0.5000", "0.8333", "1.0000", "1.0000"], measured.Tables.Single().Rows[0]);
        Assert.Equal(["to-first", "4", "2", "0.2500", "0.5000", "1.0000", "1.0000", "1.0000", "1.0000"], measured.Tables.Single().Rows[1]);
    }

    // reference.py wrote both.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_an_independent_program(int number)
    {
        var path = Path.Combine(Places.Repository, "tests", "PluginKd.Evaluation.Tests", "Retrieval", "cases.json");
        var expected = JsonSerializer.Deserialize<List<Case>>(File.ReadAllText(path), new JsonSerializerOptions { PropertyNameCaseInsensitive = true })![number];
        var scores = tensor(expected.Scores.SelectMany(row => row).ToArray()).reshape(expected.Firsts, -1);
        var measured = Measure(new TableNetwork(scores), Pairs(expected.Firsts, expected.Each), new() { Cutoffs = expected.Cutoffs });
        foreach (var (name, value) in expected.Expected) Assert.Equal(value, Value(measured, name), 1e-9);
        var table = measured.Tables.Single();
        foreach (var (name, value) in expected.Chances)
        {
            var (k, direction) = (name.Split('/')[0], name.Split('/')[1]);
            var cell = table.Rows.Single(row => row[0] == direction)[table.Columns.ToList().IndexOf($"by chance {k}")];
            Assert.Equal(value, double.Parse(cell, CultureInfo.InvariantCulture), 1e-4);
        }
    }

    // Whole numbers, so that a product of matrices and a sum of products are the same to the bit.
    [Theory]
    [InlineData(0.5)]
    [InlineData(-2)]
    public void A_matrix_product_gives_what_every_pair_by_itself_gives(double slope)
    {
        manual_seed(4).Dispose();
        var (first, second) = (randint(-3, 4, [20, 6]).to(float32), randint(-3, 4, [60, 6]).to(float32));
        using var seen = new TowersNetwork(first, second, slope);
        using var hidden = new TowersNetwork(first, second, slope, shows: false);
        var (byProduct, byPairs) = (Measure(seen, Pairs(20, 3), new()), Measure(hidden, Pairs(20, 3), new()));
        Assert.Equal(byPairs.Metrics.Where(IsPlace), byProduct.Metrics.Where(IsPlace));
        Assert.InRange(Value(byProduct, "r@10/to-second"), 0.1, 0.95);
        // One pair is asked for its signals, and 60 make the first batch, which does not count. Where nearer means less alike, the product would turn the order round: then it is not taken.
        Assert.Equal(slope > 0 ? (60, 121) : (1260, 1321), (Value(byProduct, "pairs-run"), seen.Pairs));
        Assert.Equal((1200, 1261), (Value(byPairs, "pairs-run"), hidden.Pairs));
        static bool IsPlace(Metric metric) => metric.Name.Contains("/to-", StringComparison.Ordinal);
    }

    // Of 10 images with 2 captions each the first 3 are left, with 6 captions: nobody else is searched.
    [Fact]
    public void A_gallery_takes_the_first_firsts_with_their_seconds()
    {
        using var network = new TableNetwork(randn(10, 20));
        var measured = Measure(network, Pairs(10, 2), new() { Gallery = 3, Cutoffs = [6] });
        Assert.Equal((3, 6, 18), (Value(measured, "firsts"), Value(measured, "seconds"), Value(measured, "pairs-run")));
        Assert.Equal((1, 1), (Value(measured, "r@6/to-second"), Value(measured, "r@6/to-first")));
    }

    [Fact]
    public void A_network_that_answers_alike_gets_what_the_order_gives()
    {
        var measured = Measure(new TableNetwork(zeros(50, 100)), Pairs(50, 2), new());
        // The first image finds its caption, the first image is found by its two captions of 100.
        Assert.Equal((1 / 50.0, 2 / 100.0), (Value(measured, "r@1/to-second"), Value(measured, "r@1/to-first")));
        // Image i's captions stand at 2i + 1, so the middle ones at 49 and 51.
        Assert.Equal(50, Value(measured, "median-place/to-second"));
    }

    [Fact]
    public void Wrong_pairs_and_repeated_ones_change_nothing_and_equal_captions_are_one()
    {
        // Caption 1 belongs to images 0 and 1; the pair (0, 1) stands twice; (1, 0) is a wrong one; caption 2 has no label.
        var split = Pairs([0, 0, 0, 1, 1, 1], [0, 1, 1, 1, 0, 2], [1, 1, 1, 1, 0, -1]);
        var measured = Measure(new TableNetwork(tensor(new float[,] { { 1, 2, 9 }, { 4, 3, 9 } })), split, new() { Cutoffs = [1] });
        Assert.Equal((2, 2), (Value(measured, "firsts"), Value(measured, "seconds")));
        // Image 0 finds caption 1 first, image 1 caption 0 first, which is not its own; caption 0 finds image 1, caption 1 image 1, which is.
        Assert.Equal((0.5, 0.5), (Value(measured, "r@1/to-second"), Value(measured, "r@1/to-first")));
    }

    [Fact]
    public void Takes_texts_by_their_words_where_there_are_no_groups()
    {
        var split = new Split("test", SplitRole.Test, new PairInputs(new TextInputs(["a", "b", "a"]), new TextInputs(["x", "y", "z"])), [1, 1, 1], [0, 1, 2]);
        using var network = new LengthNetwork();
        var measured = Measure(network, split, new());
        Assert.Equal((2, 3), (Value(measured, "firsts"), Value(measured, "seconds")));
    }

    [Fact]
    public void Tells_how_many_queries_a_second_by_the_stage_s_clock()
    {
        using var network = new TableNetwork(randn(4, 8));
        Assert.DoesNotContain(Measure(network, Pairs(4, 2), new(), new Clock(0)).Metrics, m => m.Name == "queries-per-second");
        // 12 queries in 2 seconds.
        Assert.Equal(6, Value(Measure(network, Pairs(4, 2), new(), new Clock(2)), "queries-per-second"));
    }

    // Whatever it does first takes 100 seconds, and each batch then 1: 12 queries in the one batch of 32 pairs.
    [Fact]
    public void The_start_of_a_network_is_no_part_of_the_speed()
    {
        var clock = new TurnedClock();
        using var network = new SlowStarter(clock);
        Assert.Equal(12, Value(Measure(network, Pairs(4, 2), new(), clock), "queries-per-second"));
    }

    [Fact]
    public void Says_what_it_lacks()
    {
        using var network = new TableNetwork(zeros(2, 2));
        Assert.Equal("no pair is a true one", Found(() => Measure(network, Pairs([0, 1], [0, 1], [0, -1]), new())));
        Assert.Equal("there is no class 'maybe'", Found(() => Measure(network, Pairs(2, 1), new() { Positive = "maybe" })));
        Assert.StartsWith("the pairs have no groups", Found(() => Measure(network, Pairs(2, 1) with { Groups = null }, new())), StringComparison.Ordinal);
        Assert.Equal("the examples are no pairs", Found(() => Measure(network, new("test", SplitRole.Test, new TextInputs(["a"]), [1], [0]), new())));
        using var broken = new TableNetwork(full([2, 2], double.NaN).to(float32));
        Assert.Equal(UserErrorKind.Run, Assert.Throws<UserErrorException>(() => Measure(broken, Pairs(2, 1), new())).Kind);
        static string Found(Action measure) => Assert.Throws<UserErrorException>(measure).Found;
    }

    [Fact]
    public void Says_before_anything_is_trained_what_it_lacks()
    {
        Assert.Empty(new CrossRetrieval(new()).Check(new DataBundle(Classes, [Pairs(2, 1)])));
        Assert.StartsWith("the pairs have no groups", new CrossRetrieval(new()).Check(new DataBundle(Classes, [Pairs(2, 1) with { Groups = null }])).Single().Found, StringComparison.Ordinal);
        Assert.Equal("the examples are no pairs", new CrossRetrieval(new()).Check(new DataBundle(Classes, [new("train", SplitRole.Train, new TextInputs(["a"]), [1], [0])])).Single().Found);
        Assert.Equal("there is no class 'maybe'", new CrossRetrieval(new() { Positive = "maybe" }).Check(new DataBundle(Classes, [Pairs(2, 1)])).Single().Found);
    }

    private static double Value(Measurement measurement, string name) => measurement.Metrics.Single(m => m.Name == name).Value;

    private static Split Pairs(int firsts, int each) => Pairs([.. Enumerable.Range(0, firsts * each).Select(s => s / each)], [.. Enumerable.Range(0, firsts * each)], [.. Enumerable.Repeat(1, firsts * each)]);

    private static Split Pairs(int[] firsts, int[] seconds, int[] labels) => new("test", SplitRole.Test,
        new PairInputs(new DenseInputs(tensor(Array.ConvertAll(firsts, f => (float)f)).reshape(-1, 1, 1, 1)), new TextInputs([.. seconds.Select(s => s.ToString(CultureInfo.InvariantCulture))])), labels,
        [.. labels.Select((_, i) => (long)i)])
    {
        Groups = [.. firsts.Select(f => $"image {f}")],
    };

    private static Measurement Measure(Network network, Split examples, CrossRetrievalSettings settings, TimeProvider? clock = null) => new CrossRetrieval(settings).Measure(
        new EvaluationContext(new() { Name = "evaluate", StageSeed = 1, Clock = clock ?? new Clock(0) }, network, examples, Classes, zeros(examples.Count, 2), null));

    private sealed record Case(int Firsts, int Each, int[] Cutoffs, float[][] Scores, Dictionary<string, double> Expected, Dictionary<string, double> Chances);

    // Goes on by so many seconds whenever it is asked.
    private sealed class Clock(int seconds) : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _now += seconds;
    }

    private sealed class TurnedClock : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Now;
    }

    // Slow with its first example and with its first batch.
    private sealed class SlowStarter(TurnedClock clock) : Network(nameof(SlowStarter))
    {
        private long _largest;

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [zeros(inputs.Count)];

        public override Signals forward(IReadOnlyList<Tensor> input)
        {
            clock.Now += input[0].size(0) > _largest && _largest < 8 ? 100 : 1;
            _largest = Math.Max(_largest, input[0].size(0));
            return new((SignalNames.Logits, stack([-input[0], input[0]], 1)));
        }
    }

    private sealed class LengthNetwork() : Network(nameof(LengthNetwork))
    {
        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [tensor(((TextInputs)((PairInputs)inputs).Second).Texts.Select(text => (float)text.Length).ToArray())];

        public override Signals forward(IReadOnlyList<Tensor> input) => new((SignalNames.Logits, stack([-input[0], input[0]], 1)));
    }
}
