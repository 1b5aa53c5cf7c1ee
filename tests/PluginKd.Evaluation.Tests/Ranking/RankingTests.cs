using System.Text.Json;
using System.Text.Json.Serialization;

namespace PluginKd.Evaluation.Tests;

public class RankingTests
{
    private static readonly string[] Classes = ["no", "yes"];

    private static readonly string[] Names = ["a", "a", "a", "a", "b", "b", "c", "c", "d", "d"];

    private static readonly int[] Labels = [0, 1, 1, 0, 1, 0, 0, 1, 0, 0];

    private static readonly float[] Scores = [.9f, .8f, .1f, .3f, .5f, .5f, .5f, .5f, .1f, .2f];

    public static TheoryData<int> Cases => [0, 1, 2, 3, 4, 5];

    // By hand: a has its right ones at places 2 and 4, (1/2 + 2/4) / 2 = 1/2; b at 1 and c at 2, because of equal scores the first of the file counts; d has none and is left out.
    [Fact]
    public void Gives_the_values_worked_out_by_hand()
    {
        var measured = Measure(Labels, Logits(Scores), Names, new() { Cutoffs = [2] });
        Assert.Equal(1 / 3.0, Value(measured, "p@1"), 1e-12);
        Assert.Equal(2 / 3.0, Value(measured, "map"), 1e-12);
        Assert.Equal(2 / 3.0, Value(measured, "mrr"), 1e-12);
        Assert.Equal((0.5 + 1 + 1) / 3, Value(measured, "r@2"), 1e-12);
        // a: 1/log₂3 over 1 + 1/log₂3; b: 1; c: 1/log₂3.
        Assert.Equal(((0.6309297535714575 / 1.6309297535714575) + 1 + 0.6309297535714575) / 3, Value(measured, "ndcg@2"), 1e-12);
        Assert.Equal((3, 1, 0), (Value(measured, "questions"), Value(measured, "without-positive"), Value(measured, "all-positive")));
    }

    // reference.py wrote both.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_an_independent_program(int number)
    {
        var path = Path.Combine(Places.Repository, "tests", "PluginKd.Evaluation.Tests", "Ranking", "cases.json");
        var options = new JsonSerializerOptions { PropertyNameCaseInsensitive = true, Converters = { new JsonStringEnumConverter() } };
        var expected = JsonSerializer.Deserialize<List<Case>>(File.ReadAllText(path), options)![number];
        string[] classes = [.. Enumerable.Range(0, expected.Logits[0].Length).Select(c => $"class {c}")];
        var logits = tensor(expected.Logits.SelectMany(row => row).ToArray()).reshape(-1, classes.Length);
        var measured = Measure(expected.Labels, logits, expected.Groups, new()
        {
            Positive = classes[expected.Positive],
            Graded = expected.Graded,
            Gain = expected.Gain,
            Cutoffs = expected.Cutoffs,
            AllPositive = expected.Keep ? AllPositiveRule.Keep : AllPositiveRule.Drop,
        }, classes);
        foreach (var (name, value) in expected.Expected) Assert.Equal(value, Value(measured, name), 1e-9);
    }

    // One answer for all: the order of the file, nothing better. Right ones at 2 and 3 of a, 1 of b, 2 of c.
    [Fact]
    public void Gives_a_network_that_answers_alike_the_order_of_the_file() => Assert.Equal(
        ((((1 / 2.0) + (2 / 3.0)) / 2) + 1 + 0.5) / 3, Value(Measure(Labels, zeros(10, 2), Names, new()), "map"), 1e-12);

    [Fact]
    public void Leaves_questions_with_right_ones_only_out_unless_they_are_kept()
    {
        int[] labels = [1, 1, 0, 1];
        string[] groups = ["full", "full", "both", "both"];
        var logits = Logits([1, 2, 2, 1]);
        Assert.Equal((0.5, 1.0, 1.0), Of(Measure(labels, logits, groups, new())));
        Assert.Equal((0.75, 2.0, 1.0), Of(Measure(labels, logits, groups, new() { AllPositive = AllPositiveRule.Keep })));
        static (double, double, double) Of(Measurement m) => (Value(m, "map"), Value(m, "questions"), Value(m, "all-positive"));
    }

    [Fact]
    public void Passes_over_candidates_without_a_label() =>
        Assert.Equal(1, Value(Measure([0, -1, 1], Logits([1, 9, 2]), ["a", "a", "a"], new()), "p@1"));

    [Fact]
    public void Lists_the_worst_questions()
    {
        var table = Measure(Labels, Logits(Scores), Names, new() { Worst = 2 }).Tables.Single();
        Assert.Equal(["question", "text", "candidates", "right", "first at", "average precision"], table.Columns);
        Assert.Equal([["a", "question a", "4", "2", "2", "0.5000"], ["c", "question c", "2", "1", "2", "0.5000"]], table.Rows);
        Assert.Empty(Measure(Labels, Logits(Scores), Names, new() { Worst = 0 }).Tables);
    }

    [Fact]
    public void Can_take_another_class_for_the_right_one() =>
        Assert.Equal(1, Value(Measure([1, 0], Logits([5, 1]), ["a", "a"], new() { Positive = "no" }), "p@1"));

    [Fact]
    public void Says_what_it_lacks()
    {
        var error = Assert.Throws<UserErrorException>(() => Measure([0, 1], Logits([1, 2]), null, new()));
        Assert.StartsWith("the examples have no groups", error.Found, StringComparison.Ordinal);
        Assert.Equal("of 1 questions none can be measured: 1 have no right candidate, 0 have right ones only",
            Assert.Throws<UserErrorException>(() => Measure([0, 0], Logits([1, 2]), ["a", "a"], new())).Found);
        Assert.Equal("no example of split 'test' has a label", Assert.Throws<UserErrorException>(() => Measure([-1], Logits([1]), ["a"], new())).Found);
        Assert.Equal("there is no class 'maybe'", Assert.Throws<UserErrorException>(() => Measure([0, 1], Logits([1, 2]), ["a", "a"], new() { Positive = "maybe" })).Found);
        Assert.Equal(UserErrorKind.Run, Assert.Throws<UserErrorException>(() => Measure([0, 1], Logits([1, float.NaN]), ["a", "a"], new())).Kind);
    }

    [Fact]
    public void Says_before_anything_is_trained_what_it_lacks()
    {
        var data = new DataBundle(Classes, [Examples([0, 1], null)]);
        var found = new Ranking(new() { Positive = "maybe" }).Check(data).Select(problem => problem.Found).ToList();
        Assert.Equal("there is no class 'maybe'", found[0]);
        Assert.StartsWith("the examples have no groups", found[1], StringComparison.Ordinal);
        Assert.Empty(new Ranking(new()).Check(new DataBundle(Classes, [Examples([0, 1], ["a", "a"])])));
    }

    private static Tensor Logits(float[] scores) => stack([zeros(scores.Length), tensor(scores)], 1);

    private static double Value(Measurement measurement, string name) => measurement.Metrics.Single(m => m.Name == name).Value;

    private static Split Examples(int[] labels, string[]? groups) => new("test", SplitRole.Test,
        new PairInputs(new TextInputs([.. labels.Select((_, i) => $"question {groups?[i]}")]), new TextInputs([.. labels.Select((_, i) => $"answer {i}")])), labels,
        [.. labels.Select((_, i) => (long)i)])
    {
        Groups = groups,
    };

    private static Measurement Measure(int[] labels, Tensor logits, string[]? groups, RankingSettings settings, string[]? classes = null) =>
        new Ranking(settings).Measure(new EvaluationContext(new() { Name = "evaluate", StageSeed = 1 }, null!, Examples(labels, groups), classes ?? Classes, logits, null));

    private sealed record Case(double[][] Logits, int[] Labels, string[] Groups, int Positive, bool Graded, RankingGain Gain, int[] Cutoffs, bool Keep, Dictionary<string, double> Expected);
}
