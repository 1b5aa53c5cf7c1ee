namespace PluginKd.Models.Text.Tests;

public class TaggingTests
{
    private static readonly TokenInputs Sequences = new([["Anna", "met", "Karl"], ["Bonn"]]);

    [Fact]
    public void The_first_piece_of_each_word_answers_for_it()
    {
        string[] pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "an", "##na", "met", "."];
        var (numbers, firsts) = new WordPieces(pieces, "here").EncodeWords(["Anna", "\u0001", "met.", "zzz"]);
        Assert.Equal([2, 4, 5, 1, 6, 7, 1, 3], numbers);
        Assert.Equal([1, 3, 4, 6], firsts);
    }

    [Fact]
    public void A_counted_vocabulary_takes_words_whole()
    {
        var (numbers, firsts) = new WordNumbers(new Vocabulary(["u.s.", "met"], WordNumbers.Reserved)).EncodeWords(["U.S.", "met", "Karl"]);
        Assert.Equal([1, 3, 4, 0, 2], numbers);
        Assert.Equal([1, 2, 3], firsts);
    }

    // The answer of a word is W·x + b of the last layer's output at its first piece; hidden.1 is that output.
    [Fact]
    public void Answers_are_class_scores_of_the_last_layer()
    {
        using var network = Made(new() { Layers = 1, Width = 6, Heads = 2, Inner = 8 });
        var signals = network.call(network.Encode(Sequences));
        var (weight, bias) = (network.state_dict()["scores.weight"], network.state_dict()["scores.bias"]);
        Assert.Equal([2, 3, 2], signals.Logits.shape);
        foreach (var (sequence, word) in new[] { (0, 0), (0, 2), (1, 0) })
        {
            var expected = (weight.matmul(signals[SignalNames.Hidden(1)][sequence, word + 1].unsqueeze(1)).squeeze(1) + bias).data<float>().ToArray();
            Assert.Equal(expected, signals.Logits[sequence, word].data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        }
    }

    [Fact]
    public void Refuses_to_cut_words_that_have_labels()
    {
        using var network = Made(new() { MaxLength = 4 });
        var error = Assert.Throws<UserErrorException>(() => network.Encode(Sequences));
        Assert.Equal(("sequence 1 has 3 words, 5 pieces with two marks", "max-length of model 'text-transformer'"), (error.Found, error.Where));
    }

    [Fact]
    public void Refuses_the_other_kind_of_input_that_it_was_made_for()
    {
        using var network = Made(new());
        Assert.Equal("model 'text-transformer' was given texts", Assert.Throws<UserErrorException>(() => network.Encode(new TextInputs(["a"]))).Found);
    }

    private static Network Made(TextTransformerSettings settings)
    {
        manual_seed(3).Dispose();
        var network = new TextTransformer(settings).Create(new ModelRequest(Sequences, 2));
        network.eval();
        return network;
    }
}
