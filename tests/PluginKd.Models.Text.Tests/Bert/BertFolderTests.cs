using System.Text.Json;
using PluginKd.Torch;

namespace PluginKd.Models.Text.Tests;

/// <summary>The checkpoint in <c>tiny</c> and the numbers in <c>expected.json</c> were written by <c>reference.py</c>, which shares nothing with the plugin.</summary>
public sealed class BertFolderTests : IDisposable
{
    private const int Classes = 3;

    private static readonly TextInputs Texts = new(["The film is good!", "BÀD, goodness zzz", ""]);

    private static readonly PairInputs Pairs = new(new TextInputs(["The film", "The film is goodness bad café!", ""]), new TextInputs(["good!", "BAD film,", "good"]));

    private readonly TemporaryFolder _folder = new();

    private string Copy => _folder.Path;

    public static string Here { get; } = Path.Combine(Places.Repository, "tests", "PluginKd.Models.Text.Tests", "Bert");

    public static string Tiny { get; } = Path.Combine(Here, "tiny");

    public BertFolderTests()
    {
        foreach (var file in Directory.GetFiles(Tiny)) File.Copy(file, Path.Combine(Copy, Path.GetFileName(file)));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Answers_as_the_reference_does() => Compare(Tiny);

    [Fact]
    public void Answers_pairs_of_texts_as_the_reference_does() => Compare(Tiny, Pairs, "expected-pairs.json");

    // Old files: no "bert." in front, gamma and beta.
    [Fact]
    public void Reads_old_names()
    {
        Rewrite(weights => weights.ToDictionary(
            w => w.Key.Replace("bert.", "", StringComparison.Ordinal)
                .Replace("LayerNorm.weight", "LayerNorm.gamma", StringComparison.Ordinal).Replace("LayerNorm.bias", "LayerNorm.beta", StringComparison.Ordinal),
            w => w.Value));
        Compare(Copy);
    }

    [Fact]
    public void Names_its_signals_by_the_layers_of_the_folder() => Assert.Equal(
        ["logits", "embedding", "mask", "hidden.0", "hidden.1", "hidden.2", "attention.0", "attention-scores.0", "query.0", "key.0", "value.0", "attention.1", "attention-scores.1", "query.1", "key.1", "value.1"],
        Model(Tiny, layers: 7).Signals);

    [Fact]
    public void Has_new_class_scores_where_the_folder_has_others()
    {
        using var network = Network(Tiny, 5);
        Assert.Equal([3, 5], network.call(network.Encode(Texts)).Logits.shape);
        Rewrite(weights => weights.Where(w => !w.Key.StartsWith("classifier", StringComparison.Ordinal)).ToDictionary());
        using var second = Network(Copy, Classes);
        Assert.Equal([3, 3], second.call(second.Encode(Texts)).Logits.shape);
    }

    [Fact]
    public void Is_made_again_without_the_folder_s_weights()
    {
        using var network = Network(Copy, Classes);
        File.Delete(Path.Combine(Copy, "model.safetensors"));
        using var again = Model(Copy).Create(new ModelRequest(Texts, Classes, network.Saved));
        again.load_state_dict(network.state_dict());
        again.eval();
        Assert.Equal(network.call(network.Encode(Texts)).Logits.data<float>().ToArray(), again.call(again.Encode(Texts)).Logits.data<float>().ToArray());
    }

    [Fact]
    public void Says_which_weights_are_missing()
    {
        Rewrite(weights => weights.Where(w => !w.Key.Contains("query", StringComparison.Ordinal)).ToDictionary());
        Assert.StartsWith("4 of 41 weights are missing: bert.encoder.layer.0.attention.self.query.weight, ", Error().Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_mean_needs_no_pooler()
    {
        Rewrite(weights => weights.Where(w => !w.Key.Contains("pooler", StringComparison.Ordinal)).ToDictionary());
        Assert.StartsWith("set pooling to mean", Error().Fix, StringComparison.Ordinal);
        using var network = new TextTransformer(new() { Folder = Copy, MaxLength = 10, Pooling = TextPooling.Mean }).Create(new ModelRequest(Texts, 2));
        Assert.Equal([3, 8], network.call(network.Encode(Texts))["embedding"].shape);
    }

    [Theory]
    [InlineData("config.json")]
    [InlineData("vocab.txt")]
    [InlineData("model.safetensors")]
    public void Says_which_file_is_missing(string file)
    {
        File.Delete(Path.Combine(Copy, file));
        Assert.Equal($"the folder has no {file}", Error().Found);
    }

    [Theory]
    [InlineData("\"hidden_size\": 8", "\"hidden_size\": \"8\"", "hidden_size is \"8\"")]
    [InlineData("\"hidden_size\": 8,", "", "hidden_size is missing")]
    [InlineData("\"hidden_size\": 8", "\"hidden_size\": 9", "2 heads cannot share a hidden_size of 9")]
    [InlineData("\"hidden_size\": 8", "\"hidden_size\": 4", "bert.embeddings.word_embeddings.weight is [14, 8]")]
    [InlineData("\"vocab_size\": 14", "\"vocab_size\": 13", "the vocabulary has 14 pieces, and vocab_size of config.json is 13")]
    [InlineData("\"gelu\"", "\"relu\"", "hidden_act is \"relu\"")]
    [InlineData("\"bert\"", "\"roberta\"", "model_type is \"roberta\"")]
    [InlineData("embeddings\": 10", "embeddings\": 9", "max-length is 10, and the folder has 9 positions")]
    public void Says_what_does_not_fit(string there, string instead, string found)
    {
        var config = Path.Combine(Copy, "config.json");
        File.WriteAllText(config, File.ReadAllText(config).Replace(there, instead, StringComparison.Ordinal));
        Assert.Equal(found, Error().Found);
    }

    [Fact]
    public void Refuses_cased_models_and_damaged_files()
    {
        File.WriteAllText(Path.Combine(Copy, "tokenizer_config.json"), """{ "do_lower_case": false }""");
        Assert.Equal("do_lower_case is false", Error().Found);
        File.Delete(Path.Combine(Copy, "tokenizer_config.json"));
        File.WriteAllText(Path.Combine(Copy, "model.safetensors"), "x");
        Assert.StartsWith("the file is damaged: ", Error().Found, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(Copy, "config.json"), "[]");
        Assert.Equal("the file holds no JSON object", Error().Found);
    }

    private static void Compare(string folder) => Compare(folder, Texts, "expected.json");

    private static void Compare(string folder, Inputs inputs, string file)
    {
        using var network = Network(folder, Classes);
        var answer = network.call(network.Encode(inputs));
        var expected = JsonSerializer.Deserialize<List<Dictionary<string, double[]>>>(File.ReadAllText(Path.Combine(Here, file)))!;
        for (var text = 0; text < expected.Count; text++)
        {
            var length = expected[text]["hidden.0"].Length / 8;
            foreach (var (name, numbers) in expected[text])
            {
                var own = answer[name][text];
                if (name.StartsWith("hidden", StringComparison.Ordinal)) own = own.narrow(0, 0, length);
                if (name.StartsWith("attention", StringComparison.Ordinal)) own = own.narrow(1, 0, length).narrow(2, 0, length);
                Assert.Equal(numbers.Length, own.numel());
                Assert.All(own.contiguous().view(-1).data<float>().ToArray().Zip(numbers), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
            }
        }
    }

    private void Rewrite(Func<Dictionary<string, Tensor>, Dictionary<string, Tensor>> change)
    {
        using var file = SafeTensors.Open(Path.Combine(Tiny, "model.safetensors"));
        SafeTensors.Write(Path.Combine(Copy, "model.safetensors"), change(file.ReadAll()));
    }

    private UserErrorException Error() => Assert.Throws<UserErrorException>(() => Network(Copy, Classes));

    private static TextTransformer Model(string folder, int layers = 2) => new(new() { Folder = folder, MaxLength = 10, Layers = layers });

    private static Network Network(string folder, int outputs)
    {
        var network = Model(folder).Create(new ModelRequest(Texts, outputs));
        network.eval();
        return network;
    }
}
