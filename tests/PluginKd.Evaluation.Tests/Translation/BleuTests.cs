using System.Text.Json;

namespace PluginKd.Evaluation.Tests;

public class BleuTests
{
    private static readonly string Here = Path.Combine(Places.Repository, "tests", "PluginKd.Evaluation.Tests", "Translation");

    private static readonly string[][] Sentences = [.. File.ReadAllLines(Path.Combine(Here, "sentences.tsv")).Select(line => line.Split('\t'))];

    // Against a program that follows the definition, reference.py: numbers, signs, Unicode, an empty translation, precisions without a match.
    [Fact]
    public void Is_what_the_reference_says()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Here, "expected.json")));
        Assert.Equal(6, file.RootElement.GetArrayLength());
        foreach (var expected in file.RootElement.EnumerateArray())
        {
            var pairs = expected.GetProperty("lines").EnumerateArray().Select(line => Sentences[line.GetInt32()]).ToArray();
            var found = Measure([.. pairs.Select(pair => pair[0])], [.. pairs.Select(pair => pair[1])]).Metrics;
            double[] wanted = [expected.GetProperty("bleu").GetDouble(), .. expected.GetProperty("precisions").EnumerateArray().Select(p => p.GetDouble()),
                expected.GetProperty("penalty").GetDouble(), expected.GetProperty("ratio").GetDouble(), pairs.Length];
            Assert.Equal(["bleu", "precision-1", "precision-2", "precision-3", "precision-4", "brevity-penalty", "length-ratio", "sentences"], found.Select(metric => metric.Name));
            for (var i = 0; i < wanted.Length; i++) Assert.Equal(wanted[i], found[i].Value, 1e-9);
        }
    }

    [Fact]
    public void Perfect_translations_have_100_and_others_0()
    {
        string[] references = ["a small dog runs home", "b"];
        Assert.Equal(100, Measure(references, references).Metrics[0].Value, 1e-9);
        Assert.InRange(Measure(references, references).Metrics[0].Value, 0, 100);
        Assert.Equal(0, Measure(["x y z v w", ""], references).Metrics[0].Value);
        // Three words have no 4-gram: undefined, and 0 by the definition.
        Assert.Equal(0, Measure(["a small dog"], ["a small dog"]).Metrics[0].Value);
    }

    // The rules of mteval-v13a.
    [Theory]
    [InlineData("Hello, world!", "Hello , world !")]
    [InlineData("1,250.50 and .5 and 5. and x.y", "1,250.50 and . 5 and 5 . and x . y")]
    [InlineData("12-15 well-known 'tis", "12 - 15 well-known 'tis")]
    [InlineData("&quot;A&amp;B&quot; &lt;x&gt;", "\" A & B \" < x >")]
    [InlineData("über„Straße“ – 日本。", "über„Straße“ – 日本。")]
    [InlineData("a...b (c/d) 100% $5 #1 e@f", "a . . . b ( c / d ) 100 % $ 5 # 1 e @ f")]
    [InlineData("a\u00A0b\u001Cc \t d\u3000e  ", "a b c d e")]
    public void Cuts_words_as_13a_does(string text, string words) => Assert.Equal(words, string.Join(' ', BleuWords.Of(text)));

    [Fact]
    public void Asks_for_translations_as_settings_say_and_shows_the_first()
    {
        var network = new Parrot(["a b", "c"]);
        var measured = Measure(network, ["a b", "d"], new() { Beam = 7, MaxLength = 9, LengthPenalty = 0.5, Shown = 1 });
        Assert.Equal((7, 9, 0.5), (network.Asked!.Beam, network.Asked.MaxLength, network.Asked.LengthPenalty));
        Assert.Equal(["text 0", "a b", "a b"], measured.Tables.Single().Rows.Single());
    }

    [Fact]
    public void Passes_over_sentences_without_a_reference()
    {
        Assert.Equal(1, Measure(new Parrot(["a"]), ["", "a"], new(), isUnlabelled: i => i == 0).Metrics[^1].Value);
        Assert.Equal("no example of split 'test' has a label", Assert.Throws<UserErrorException>(() => Measure(new Parrot(["a"]), ["a"], new(), isUnlabelled: _ => true)).Found);
    }

    [Fact]
    public void Says_what_cannot_be_measured()
    {
        var data = TinyData.Of(Modality.Text);
        Assert.Equal("the data are texts", new Bleu(new()).Check(data).Single().Found);
        Assert.Empty(new Bleu(new()).Check(TinyData.Of(Modality.Translation)));
        using var silent = new Silent();
        var stage = new StageContext { Name = "evaluate", StageSeed = 1 };
        var error = Assert.Throws<UserErrorException>(() => new Bleu(new()).Measure(new EvaluationContext(stage, silent, TinyData.Of(Modality.Translation)["test"], data.Classes, zeros(1), null)));
        Assert.Equal("a network of kind 'Silent' does not write", error.Found);
        Assert.Equal("split 'test'", Assert.Throws<UserErrorException>(() => new Bleu(new()).Measure(new EvaluationContext(stage, silent, data["test"], data.Classes, zeros(1), null))).Where);
    }

    [Fact]
    public void Numbers_that_are_none_write_no_translation()
    {
        using var network = new Parrot(["a"]);
        var data = TinyData.Of(Modality.Translation);
        var context = new EvaluationContext(new StageContext { Name = "evaluate", StageSeed = 1 }, network, data["test"], data.Classes, tensor([float.NaN]), null);
        Assert.Equal("the network answers with numbers that are not finite", Assert.Throws<UserErrorException>(() => new Bleu(new()).Measure(context)).Found);
    }

    private static Measurement Measure(string[] translations, string[] references) => Measure(new Parrot(translations), references, new());

    private static Measurement Measure(Parrot network, string[] references, BleuSettings settings, Func<int, bool>? isUnlabelled = null)
    {
        using (network)
        {
            int[][] labels = [.. references.Select((reference, i) => isUnlabelled?.Invoke(i) == true ? [Split.Unlabelled] : (int[])[.. Pieces.Of(reference), 0])];
            var inputs = new PairInputs(new TextInputs([.. references.Select((_, i) => $"text {i}")]), new TokenInputs([.. labels.Select(sequence => Array.ConvertAll(sequence, label => label < 0 ? "" : Pieces.Classes[label]))]));
            var split = new Split("test", SplitRole.Test, inputs, null, [.. references.Select((_, i) => (long)i)]) { TokenLabels = new(labels) };
            return new Bleu(settings).Measure(new EvaluationContext(new StageContext { Name = "evaluate", StageSeed = 1 }, network, split, Pieces.Classes, zeros(1), null));
        }
    }

    // Every sign is a piece, the end and a blank, too.
    private static class Pieces
    {
        private static readonly string Signs = string.Concat(Sentences.SelectMany(pair => pair).Append("▁vwxyz").SelectMany(text => text.Replace(' ', '▁')).Distinct());

        public static string[] Classes { get; } = [IGenerator.End, .. Signs.Select(sign => sign.ToString())];

        public static IEnumerable<int> Of(string text) => text.Length == 0 ? [] : $"▁{text.Replace(' ', '▁')}".Select(sign => Signs.IndexOf(sign, StringComparison.Ordinal) + 1);
    }

    // Writes what it was told.
    private sealed class Parrot(string[] translations) : Network(nameof(Parrot)), IGenerator
    {
        public GenerationRequest? Asked { get; private set; }

        public IReadOnlyList<int[]> Generate(Inputs inputs, GenerationRequest request)
        {
            Asked = request;
            return [.. translations.Select(text => Pieces.Of(text).ToArray())];
        }

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [];

        public override Signals forward(IReadOnlyList<Tensor> input) => new();
    }

    private sealed class Silent() : Network(nameof(Silent))
    {
        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [];

        public override Signals forward(IReadOnlyList<Tensor> input) => new();
    }
}
