namespace PluginKd.Models.Text;

/// <summary>Finds an encoder's weights under the names that Hugging Face gives them.</summary>
/// <param name="file">Open file.</param>
/// <param name="path">Its path, for messages.</param>
internal sealed class BertWeights(SafeTensors file, string path)
{
    private const int NamesShown = 3;

    private static readonly Dictionary<string, string> Parts = new()
    {
        ["words"] = "embeddings.word_embeddings",
        ["positions"] = "embeddings.position_embeddings",
        ["types"] = "embeddings.token_type_embeddings",
        ["norm"] = "embeddings.LayerNorm",
        ["query"] = "attention.self.query",
        ["key"] = "attention.self.key",
        ["value"] = "attention.self.value",
        ["output"] = "attention.output.dense",
        ["attention_norm"] = "attention.output.LayerNorm",
        ["inner"] = "intermediate.dense",
        ["outer"] = "output.dense",
        ["outer_norm"] = "output.LayerNorm",
        ["pooler"] = "pooler.dense",
        ["scores"] = "classifier",
    };

    private readonly HashSet<string> _names = [.. file.Names];

    /// <summary>Copies all weights; class scores stay new where the file has none for as many classes.</summary>
    /// <exception cref="UserErrorException">Weights are missing or have another shape.</exception>
    public void LoadInto(TextTransformerNetwork network)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        var found = network.named_parameters().Select(own => (Own: own.parameter, Theirs: NameOf(own.name), IsScores: own.name.StartsWith("scores.", StringComparison.Ordinal))).ToList();
        var missing = found.Where(weight => !weight.IsScores && !_names.Contains(weight.Theirs)).Select(weight => weight.Theirs).ToList();
        if (missing.Count > 0) throw Missing(missing, found.Count);
        var scores = found.Where(weight => weight.IsScores).ToList();
        var hasScores = scores.TrueForAll(weight => _names.Contains(weight.Theirs) && HasShape(weight.Theirs, weight.Own));
        foreach (var (own, theirs, isScores) in found)
        {
            if (isScores && !hasScores) continue;
            if (!HasShape(theirs, own)) throw Misshapen(theirs, own);
            own.copy_(file.Read(theirs));
        }
    }

    private bool HasShape(string theirs, Tensor own) => file.Entry(theirs).Shape.SequenceEqual(own.shape);

    // layers.0.query.weight is bert.encoder.layer.0.attention.self.query.weight; without "bert." in files of the bare encoder, and norms of old
    // files have gamma and beta.
    private string NameOf(string own)
    {
        var words = own.Split('.');
        var part = Parts[words[^2]];
        var name = words[0] == "layers" ? $"encoder.layer.{words[1]}.{part}" : part;
        string[] kinds = !part.EndsWith("LayerNorm", StringComparison.Ordinal) ? [words[^1]] : words[^1] == "weight" ? ["weight", "gamma"] : ["bias", "beta"];
        string[] names = [.. kinds.SelectMany(kind => new[] { $"bert.{name}.{kind}", $"{name}.{kind}" })];
        return names.FirstOrDefault(_names.Contains) ?? (part == Parts["scores"] ? names[1] : names[0]);
    }

    private UserErrorException Missing(List<string> missing, int all) => new(
        $"{missing.Count} of {all} weights are missing: {string.Join(", ", missing.Take(NamesShown))}{(missing.Count > NamesShown ? ", …" : "")}",
        "all weights of the encoder that config.json describes", path,
        missing.TrueForAll(name => name.Contains("pooler", StringComparison.Ordinal))
            ? "set pooling to mean, which needs no pooler, or use a folder that has one" : "use the model.safetensors that belongs to config.json");

    private UserErrorException Misshapen(string theirs, Tensor own) => new(
        $"{theirs} is [{string.Join(", ", file.Entry(theirs).Shape)}]", $"[{string.Join(", ", own.shape)}], by config.json", path,
        "use the model.safetensors that belongs to config.json");
}
