namespace PluginKd.Models.Text.Tests;

public sealed class WordWindowTests
{
    private static readonly string[][] Sequences = [["a", "b", "a"], ["b"], ["c", "a"]];

    // By hand, one class: W_o[word] is 100·(o + 2) + number of the word, numbers a 2, b 3, c 4, unknown 1; the bias is 0.5.
    [Theory]
    [InlineData("a b a", "200.5+2+303 200.5+3+102+302 200.5+2+103")]
    [InlineData("b", "200.5+3")]
    [InlineData("zzz c", "200.5+1+304 200.5+4+101")]
    public void Adds_up_what_a_word_and_its_neighbours_say(string words, string expected)
    {
        using var network = Made(new() { Spelling = false });
        using (no_grad())
        {
            var table = network.state_dict()["words.weight"];
            for (var word = 1; word < table.size(0); word++) for (var place = 0; place < 3; place++) table[word, place] = tensor((100f * (place + 1)) + word);
            network.state_dict()["bias"].fill_(0.5f);
        }

        // Together with a longer sequence, whose padding adds nothing.
        var logits = network.call(network.Encode(new TokenInputs([words.Split(' '), ["a", "a", "a", "a", "a"]]))).Logits[0];
        var sums = expected.Split(' ').Select(sum => sum.Split('+').Sum(n => float.Parse(n, System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        Assert.Equal(sums, logits.narrow(0, 0, sums.Length).flatten().data<float>().ToArray());
    }

    [Fact]
    public void The_shape_tells_unknown_words_apart()
    {
        using var network = Made(new());
        using (no_grad()) network.state_dict()["spellings.weight"].copy_(arange(network.state_dict()["spellings.weight"].numel()).reshape(network.state_dict()["spellings.weight"].shape));
        var logits = network.call(network.Encode(new TokenInputs([["z"], ["Z"]]))).Logits;
        Assert.NotEqual(logits[0].data<float>().ToArray(), logits[1].data<float>().ToArray());
    }

    [Fact]
    public void Refuses_texts_and_sequences_that_are_too_long()
    {
        Assert.Equal("model 'word-window' was given texts", Assert.Throws<UserErrorException>(() => new WordWindow(new()).Create(new ModelRequest(new TextInputs(["a"]), 1))).Found);
        using var network = Made(new() { MaxLength = 2 });
        Assert.Equal("max-length of model 'word-window'", Assert.Throws<UserErrorException>(() => network.Encode(new TokenInputs(Sequences))).Where);
    }

    private static Network Made(WordWindowSettings settings) => new WordWindow(settings).Create(new ModelRequest(new TokenInputs(Sequences), 1));
}
