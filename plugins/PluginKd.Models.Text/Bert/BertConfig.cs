using System.Text.Json;

namespace PluginKd.Models.Text;

/// <summary>Reads the sizes of an encoder from a Hugging Face <c>config.json</c>, and refuses what the encoder here would compute differently.</summary>
internal sealed class BertConfig
{
    private const double UsualEpsilon = 1e-12;

    private readonly JsonElement _values;
    private readonly string _path;

    private BertConfig(JsonElement values, string path) => (_values, _path) = (values, path);

    /// <summary>Reads the sizes.</summary>
    /// <param name="folder">Folder with <c>config.json</c>.</param>
    /// <exception cref="UserErrorException">A size is missing or no number, or it is another architecture.</exception>
    public static EncoderSizes Read(string folder)
    {
        var config = Open(Path.Combine(folder, "config.json"), needed: true)!;
        config.Need("model_type", "bert");
        config.Need("hidden_act", "gelu");
        config.Need("position_embedding_type", "absolute");
        if (Open(Path.Combine(folder, "tokenizer_config.json"), needed: false) is { } tokenizer) tokenizer.NeedLowerCase();
        var sizes = new EncoderSizes(
            config.Size("vocab_size"), config.Size("max_position_embeddings"), config.Size("type_vocab_size"), config.Size("num_hidden_layers"),
            config.Size("hidden_size"), config.Size("num_attention_heads"), config.Size("intermediate_size"), config.Epsilon());
        return sizes.Width % sizes.Heads == 0 ? sizes
            : throw config.Wrong($"{sizes.Heads} heads cannot share a hidden_size of {sizes.Width}", "a hidden_size that is a multiple of num_attention_heads");
    }

    private static BertConfig? Open(string path, bool needed)
    {
        if (!needed && !File.Exists(path)) return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(BertFolder.FileThere(path)));
            if (document.RootElement.ValueKind == JsonValueKind.Object) return new(document.RootElement.Clone(), path);
        }
        catch (JsonException error)
        {
            throw new UserErrorException($"the file is no JSON: {error.Message}", "the settings of a BERT model", path, "download the folder again", error);
        }

        throw new UserErrorException("the file holds no JSON object", "the settings of a BERT model", path, "download the folder again");
    }

    private int Size(string name) => _values.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var size) && size > 0 ? size
        : throw Wrong($"{name} is {(value.ValueKind == JsonValueKind.Undefined ? "missing" : value.GetRawText())}", "a whole number above 0");

    private double Epsilon() => !_values.TryGetProperty("layer_norm_eps", out var value) ? UsualEpsilon
        : value.ValueKind == JsonValueKind.Number && value.GetDouble() > 0 ? value.GetDouble()
        : throw Wrong($"layer_norm_eps is {value.GetRawText()}", "a number above 0");

    // Where nothing is said, Hugging Face takes the values of the first BERT, and these are they.
    private void Need(string name, string expected)
    {
        if (_values.TryGetProperty(name, out var value) && !(value.ValueKind == JsonValueKind.String && value.ValueEquals(expected)))
            throw Wrong($"{name} is {value.GetRawText()}", $"\"{expected}\"");
    }

    private void NeedLowerCase()
    {
        if (_values.TryGetProperty("do_lower_case", out var value) && value.ValueKind == JsonValueKind.False)
            throw Wrong("do_lower_case is false", "an uncased model: texts are brought to lower case here");
    }

    private UserErrorException Wrong(string found, string expected) => new(found, expected, _path, "name the folder of an uncased BERT model");
}
