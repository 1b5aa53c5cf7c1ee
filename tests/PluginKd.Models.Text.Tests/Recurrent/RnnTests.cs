using System.Text.Json;

namespace PluginKd.Models.Text.Tests;

public sealed class RnnTests
{
    private const int Outputs = 2;

    private static readonly string[][] Sequences = [["a", "b", "a"], ["b"], ["c", "a"]];

    // Cells, layers, directions and ways of pooling against a program in NumPy, Recurrent/reference.py: sequences of three lengths in one batch there and one by one here.
    [Fact]
    public void Answers_as_the_reference_does()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Places.Repository, "tests", "PluginKd.Models.Text.Tests", "Recurrent", "expected.json")));
        foreach (var expected in file.RootElement.EnumerateArray())
        {
            var settings = new RnnSettings
            {
                Cell = expected.GetProperty("cell").GetString() == "lstm" ? RecurrentCell.Lstm : RecurrentCell.Gru,
                Layers = expected.GetProperty("layers").GetInt32(),
                Bidirectional = expected.GetProperty("both").GetBoolean(),
                Width = 2,
                WordWidth = 3,
                SpellingWidth = 2,
            };
            var tags = Answer(settings, new TokenInputs(Sequences));
            for (var i = 0; i < Sequences.Length; i++) Near(expected.GetProperty("words")[i].EnumerateArray().SelectMany(Numbers), tags[i].narrow(0, 0, Sequences[i].Length));
            foreach (var (pooling, name) in new[] { (RecurrentPooling.Max, "max"), (RecurrentPooling.Mean, "mean"), (RecurrentPooling.Last, "last") })
                Near(expected.GetProperty(name).EnumerateArray().SelectMany(Numbers), Answer(settings with { Pooling = pooling }, new TextInputs([.. Sequences.Select(words => string.Join(' ', words))])));
        }
    }

    [Theory]
    [InlineData("Annapolis", "^ann $lis %is =Xxx")]
    [InlineData("EU", "^eu $eu %eu =XX")]
    [InlineData("1997", "^199 $997 %97 =dd")]
    [InlineData("U.S.", "^u.s $.s. %s. =X.X.")]
    [InlineData("McDonald", "^mcd $ald %ld =XxXxx")]
    [InlineData("x", "^x $x %x =x")]
    public void Spells_words(string word, string spellings) => Assert.Equal(spellings, string.Join(' ', Spelling.Of(word)));

    [Fact]
    public void Tells_unknown_words_apart_by_their_spelling()
    {
        using var network = Made(new Rnn(new()), new TokenInputs([["Anna", "met", "Karl"], ["in", "Bonn"]]));
        var answers = Logits(network, new TokenInputs([["Otto"], ["meadow"]]));
        Assert.NotEqual(answers[0].data<float>().ToArray(), answers[1].data<float>().ToArray());
    }

    [Fact]
    public void Refuses_to_cut_words_that_have_labels_and_cuts_texts()
    {
        using var tagger = Made(new Rnn(new() { MaxLength = 2 }), new TokenInputs(Sequences));
        var error = Assert.Throws<UserErrorException>(() => tagger.Encode(new TokenInputs(Sequences)));
        Assert.Equal(("sequence 1 has 3 words", "max-length of model 'rnn'", "set max-length to 3 or more, or cut long sequences in two"), (error.Found, error.Where, error.Fix));
        using var reader = Made(new Rnn(new() { MaxLength = 2 }), new TextInputs(["a b c"]));
        Assert.Equal([1, 2], reader.Encode(new TextInputs(["a b c"]))[0].shape);
    }

    [Fact]
    public void Refuses_the_other_kind_of_input_that_it_was_made_for()
    {
        using var tagger = Made(new Rnn(new()), new TokenInputs(Sequences));
        Assert.Equal("model 'rnn' was given texts", Assert.Throws<UserErrorException>(() => tagger.Encode(new TextInputs(["a"]))).Found);
        using var again = new Rnn(new()).Create(new ModelRequest(new TextInputs(["a"]), Outputs, tagger.Saved));
        Assert.Equal(2, again.Encode(new TokenInputs(Sequences)).Count);
    }

    [Fact]
    public void Reads_some_words_as_unknown_in_training_only()
    {
        using var network = Made(new Rnn(new() { WordDropout = 0.9, Dropout = 0, SpellingWidth = 0 }), new TokenInputs(Sequences));
        var (known, unknown) = (Logits(network, new TokenInputs([["a"]])), Logits(network, new TokenInputs([["zzz"]])));
        network.train();
        var drawn = Enumerable.Range(0, 40).Select(_ => Logits(network, new TokenInputs([["a"]]))[0, 0, 0].ToSingle()).Distinct().Order().ToArray();
        Assert.Equal(new[] { known[0, 0, 0].ToSingle(), unknown[0, 0, 0].ToSingle() }.Order(), drawn);
    }

    // No letter of the vocabulary is there twice, so a gradient at the row of padding would show.
    [Fact]
    public void Learns_nothing_for_padding_and_nothing_at_all_when_frozen()
    {
        using var network = Made(new Rnn(new()), new TokenInputs(Sequences));
        network.train();
        network.call(network.Encode(new TokenInputs(Sequences))).Logits.sum().backward();
        Assert.Equal(0, network.state_dict()["words.weight"].grad![0].abs().sum().ToSingle());
        using var frozen = Made(new Rnn(new() { Freeze = true }), new TokenInputs(Sequences));
        frozen.call(frozen.Encode(new TokenInputs(Sequences))).Logits.sum().backward();
        Assert.Null(frozen.state_dict()["words.weight"].grad);
    }

    private static Network Made(IModel model, Inputs examples)
    {
        manual_seed(3).Dispose();
        var network = model.Create(new ModelRequest(examples, Outputs));
        network.eval();
        return network;
    }

    private static Tensor Answer(RnnSettings settings, Inputs inputs)
    {
        using var network = Made(new Rnn(settings), inputs);
        using var quiet = no_grad();
        foreach (var (name, parameter) in network.named_parameters())
            parameter.copy_(tensor(Enumerable.Range(0, (int)parameter.numel()).Select(j => (float)(0.5 * Math.Sin(name.Length + (0.7 * j)))).ToArray()).reshape(parameter.shape));
        return Logits(network, inputs);
    }

    private static Tensor Logits(Network network, Inputs inputs) => network.call(network.Encode(inputs)).Logits;

    private static IEnumerable<double> Numbers(JsonElement row) => row.EnumerateArray().Select(number => number.GetDouble());

    private static void Near(IEnumerable<double> expected, Tensor answer) => Assert.Equal(expected, answer.flatten().data<float>().ToArray().Select(z => (double)z), (a, b) => Math.Abs(a - b) < 2e-6);
}
