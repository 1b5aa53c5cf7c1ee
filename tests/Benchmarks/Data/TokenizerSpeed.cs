using System.Diagnostics;

namespace PluginKd.Benchmarks;

/// <summary>A model as a tokenizer: what it makes of texts before it computes.</summary>
/// <param name="Name">What cuts.</param>
/// <param name="Model">Makes the model.</param>
/// <param name="Bound">Words a second that are promised; 0 for none.</param>
internal sealed record TokenizerSpeed(string Name, Func<IModel> Model, double Bound)
{
    private const int LongEnough = 100;

    /// <summary>Every tokenizer.</summary>
    public static IEnumerable<TokenizerSpeed> All()
    {
        yield return new("words (ngram, 1)", () => new Models.Text.Ngram(new() { Ngram = 1, Width = 2 }), 1_000_000);
        yield return new("words and pairs of words (ngram, 2)", () => new Models.Text.Ngram(new() { Ngram = 2, Width = 2 }), 1_000_000);
        yield return new("byte pairs (text-transformer, 4000 pieces)", () => new Models.Text.TextTransformer(Tiny(null) with { Pieces = 4000 }), 0);
        yield return new("WordPiece (text-transformer, vocabulary)", () => new Models.Text.TextTransformer(Tiny(Pieces())), 300_000);
    }

    /// <summary>Measures.</summary>
    public double WordsASecond(int texts, int words, int rounds)
    {
        var random = new RandomText();
        var inputs = new TextInputs([.. Enumerable.Range(0, texts).Select(_ => random.Text(words))]);
        using var network = Model().Create(new ModelRequest(inputs, 2));
        var seconds = Enumerable.Range(-1, rounds + 1).Select(_ => Encode(network, inputs)).ToList();
        return (double)texts * words / Verdict.Median(seconds.Skip(1));
    }

    private static double Encode(Network network, Inputs inputs)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var watch = Stopwatch.StartNew();
        _ = network.Encode(inputs);
        return watch.Elapsed.TotalSeconds;
    }

    private static Models.Text.TextTransformerSettings Tiny(string? vocabulary) => new() { Layers = 1, Width = 4, Heads = 1, Inner = 4, MaxLength = 2 * LongEnough, Vocabulary = vocabulary };

    // As in a vocabulary of BERT, frequent words are pieces of their own, others are two or three.
    private static string Pieces()
    {
        var vocabulary = new RandomText().Vocabulary;
        string[] syllables = [.. vocabulary.Take(60)];
        var file = Path.Combine(Directory.CreateTempSubdirectory("kd-bench-").FullName, "vocab.txt");
        File.WriteAllLines(file, ["[PAD]", "[UNK]", "[CLS]", "[SEP]", ".", ",", .. vocabulary.Take(15_000), .. syllables.Select(piece => $"##{piece}")]);
        return file;
    }
}
