using System.Text.Json;

namespace PluginKd.Evaluation.Tests;

public class SpanF1Tests
{
    private static readonly string Folder = Path.Combine(Places.Repository, "tests", "PluginKd.Evaluation.Tests", "Spans");

    // Five true spans: P 0-2, L 3-4 | P 0-1, P 1-3 | L 0-1. Predicted: P 0-2 right, L 3-5 too long | P 0-3 both in one | L 0-1 right, P 1-2 made up: 2 of 5 right, 2 of 5 found.
    private static readonly (string Gold, string Predicted)[] Sentences =
    [
        ("B-P I-P O B-L O", "B-P I-P O B-L I-L"),
        ("B-P B-P I-P", "B-P I-P I-P"),
        ("B-L O", "B-L B-P"),
    ];

    [Fact]
    public void Counts_a_span_as_right_when_both_ends_and_the_type_are()
    {
        var measured = Measure(Sentences);
        Assert.Equal(0.4, Value(measured, "span-precision"), 1e-12);
        Assert.Equal(0.4, Value(measured, "span-recall"), 1e-12);
        Assert.Equal(0.4, Value(measured, "span-f1"), 1e-12);
        Assert.Equal(5, Value(measured, "spans"));
        // P: 1 of 3 predicted, 1 of 3 true; L: 1 of 2, 1 of 2.
        Assert.Equal((1 / 3.0 + 1 / 2.0) / 2, Value(measured, "span-macro-f1"), 1e-12);
        Assert.Equal([["L", "0.5000", "0.5000", "0.5000", "1", "2", "2"], ["P", "0.3333", "0.3333", "0.3333", "1", "3", "3"]], measured.Tables.Single().Rows);
    }

    // One span each, whatever the scheme; an I- that begins counts as B- does.
    [Theory]
    [InlineData("B-P I-P", "I-P I-P", 1)]
    [InlineData("B-P E-P", "I-P I-P", 1)]
    [InlineData("S-P O", "I-P O", 1)]
    [InlineData("I-P B-P", "B-P B-P", 1)]
    [InlineData("B-P I-L", "B-P B-L", 1)]
    [InlineData("B-P I-P", "B-P I-L", 0)]
    [InlineData("B-P O", "O O", 0)]
    [InlineData("P P", "B-P I-P", 1)]
    public void Compares_spans_and_not_tags(string gold, string predicted, double f1) => Assert.Equal(f1, Value(Measure([(gold, predicted)]), "span-f1"));

    // A span does not reach into the next sentence.
    [Fact]
    public void Ends_spans_with_their_sentence() => Assert.Equal(2, Value(Measure([("B-P", "B-P"), ("I-P", "I-P")]), "spans"));

    // All 169 transitions of IOBES tags of three types; numbers from Spans/reference.py.
    [Fact]
    public void Equals_conlleval_on_every_transition()
    {
        var sentences = File.ReadAllText(Path.Combine(Folder, "tags.txt")).Split("\n\n").Select(block => block.Trim().Split('\n').Select(line => line.Split(' ')).ToArray())
            .Select(rows => (string.Join(' ', rows.Select(row => row[0])), string.Join(' ', rows.Select(row => row[1])))).ToArray();
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "expected.json")));
        var (all, types) = (file.RootElement.GetProperty("all"), file.RootElement.GetProperty("types"));

        var measured = Measure(sentences);

        Assert.Equal(320, sentences.Length);
        foreach (var (metric, key) in new[] { ("span-precision", "precision"), ("span-recall", "recall"), ("span-f1", "f1"), ("spans", "true") })
            Assert.Equal(all.GetProperty(key).GetDouble(), Value(measured, metric), 1e-12);
        Assert.Equal(file.RootElement.GetProperty("macro").GetDouble(), Value(measured, "span-macro-f1"), 1e-12);
        foreach (var type in types.EnumerateObject()) Assert.Equal(type.Value.GetProperty("f1").GetDouble(), Value(measured, $"span-f1/{type.Name}"), 1e-12);
        Assert.Equal(types.EnumerateObject().Select(type => $"{type.Name} {type.Value.GetProperty("right")} {type.Value.GetProperty("predicted")} {type.Value.GetProperty("true")}"),
            measured.Tables.Single().Rows.Select(row => $"{row[0]} {row[4]} {row[5]} {row[6]}"));
    }

    [Fact]
    public void Passes_over_sequences_with_a_word_without_a_label()
    {
        var measured = Measure([("B-P ?", "B-P O"), ("B-P", "O")]);
        Assert.Equal((1, 0), (Value(measured, "spans"), Value(measured, "span-f1")));
        Assert.Equal("no example of split 'test' has a label", Assert.Throws<UserErrorException>(() => Measure([("? O", "O O")])).Found);
    }

    [Fact]
    public void Is_zero_and_no_failure_where_nobody_sees_a_span() =>
        Assert.All(Measure([("O O", "O O")]).Metrics, metric => Assert.Equal(0, metric.Value));

    [Fact]
    public void Needs_labels_of_words()
    {
        var split = new Split("test", SplitRole.Test, new TextInputs(["one"]), [0], [0]);
        var error = Assert.Throws<UserErrorException>(() => new SpanF1().Measure(new EvaluationContext(new() { Name = "evaluate", StageSeed = 1 }, null!, split, ["O", "B-P"], ones(1, 2), null)));
        Assert.Equal("the labels of split 'test' are of examples, not of words", error.Found);
    }

    private static double Value(Measurement measurement, string name) => measurement.Metrics.Single(m => m.Name == name).Value;

    private static Measurement Measure(IReadOnlyList<(string Gold, string Predicted)> sentences)
    {
        string[] classes = [.. sentences.SelectMany(s => s.Gold.Split(' ').Concat(s.Predicted.Split(' '))).Distinct().Where(tag => tag != "?")];
        int[][] Numbers(Func<(string Gold, string Predicted), string> side) => [.. sentences.Select(s => Array.ConvertAll(side(s).Split(' '), tag => Array.IndexOf(classes, tag)))];
        var (gold, predicted) = (Numbers(s => s.Gold), Numbers(s => s.Predicted));
        var split = new Split("test", SplitRole.Test, new TokenInputs([.. gold.Select(labels => Array.ConvertAll(labels, _ => "word"))]), null, [.. gold.Select((_, i) => (long)i)])
        {
            TokenLabels = new TokenLabels(gold),
        };
        using var flat = tensor(predicted.SelectMany(labels => labels).Select(c => (long)c).ToArray());
        var logits = nn.functional.one_hot(flat, classes.Length).to(float32);
        return new SpanF1().Measure(new EvaluationContext(new() { Name = "evaluate", StageSeed = 1 }, null!, split, classes, logits, null));
    }
}
