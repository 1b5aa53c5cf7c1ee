namespace PluginKd.Models.Text.Tests;

public sealed class WordVectorsTests : IDisposable
{
    private static readonly TextInputs Texts = new(["good good bad", "good film"]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Words by frequency: good, then bad and film; ngram reserves one number, the others two.
    [Theory]
    [InlineData("ngram", "terms.weight", 1)]
    [InlineData("text-cnn", "words.weight", 2)]
    [InlineData("rnn", "words.weight", 2)]
    public void Are_the_first_embeddings_of_known_words(string model, string name, int good)
    {
        var path = _folder.File("vectors.txt", "the 9 9\ngood 1.5 -2\nfilm 0.25 1e-3\ngood 7 7\n");
        manual_seed(1).Dispose();
        using var network = Model(model, path).Create(new ModelRequest(Texts, 2));
        manual_seed(1).Dispose();
        using var plain = Model(model, null).Create(new ModelRequest(Texts, 2));
        var (table, before) = (network.state_dict()[name], plain.state_dict()[name]);
        Assert.Equal([1.5f, -2f], table[good].data<float>().ToArray());
        Assert.Equal([0.25f, 1e-3f], table[good + 2].data<float>().ToArray());
        Assert.Equal(before[good + 1].data<float>().ToArray(), table[good + 1].data<float>().ToArray());
        Assert.False(network.named_parameters().Single(p => p.name == name).parameter.requires_grad);
    }

    [Fact]
    public void Pass_over_a_first_line_of_two_numbers()
    {
        var path = _folder.File("vectors.txt", "2 2\ngood 1 2\nbad 3 4\n");
        using var network = Model("rnn", path).Create(new ModelRequest(Texts, 2));
        Assert.Equal([3f, 4f], network.state_dict()["words.weight"][3].data<float>().ToArray());
    }

    [Theory]
    [InlineData("good 1 2 3\n", "a vector has 3 numbers", ":1")]
    [InlineData("the 1 2\ngood 1 x\n", "'x' is no number", ":2")]
    [InlineData("good 1 NaN\n", "'NaN' is no number", ":1")]
    [InlineData("the 1 2\n", "the file has no word of the training texts", "")]
    public void Say_where_they_cannot_be_read(string content, string found, string place)
    {
        var path = _folder.File("vectors.txt", content);
        var error = Assert.Throws<UserErrorException>(() => Model("rnn", path).Create(new ModelRequest(Texts, 2)));
        Assert.Equal((found, path + place), (error.Found, error.Where));
    }

    [Fact]
    public void Are_not_read_for_a_network_that_is_made_again()
    {
        var path = _folder.File("vectors.txt", "good 1 2\n");
        using var network = Model("text-cnn", path).Create(new ModelRequest(Texts, 2));
        File.Delete(path);
        using var again = Model("text-cnn", path).Create(new ModelRequest(Texts, 2, network.Saved));
        Assert.Equal(network.Saved, again.Saved);
    }

    private static IModel Model(string model, string? vectors) => model switch
    {
        "ngram" => new Ngram(new() { Width = 2, Ngram = 1, Vectors = vectors, Freeze = true }),
        "text-cnn" => new TextCnn(new() { Width = 2, Vectors = vectors, Freeze = true }),
        _ => new Rnn(new() { WordWidth = 2, Vectors = vectors, Freeze = true }),
    };
}
