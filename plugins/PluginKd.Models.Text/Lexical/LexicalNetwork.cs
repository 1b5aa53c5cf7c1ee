using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>Features of common words, class scores.</summary>
internal sealed class LexicalNetwork : Network
{
    /// <summary>Id of the model, for messages.</summary>
    public const string Id = "lexical";

    private const int Features = 3;

    private readonly WordRarity _rarity;
    private readonly LexicalSettings _settings;
    private readonly Linear _scores;

    /// <summary>Makes the layer with new weights.</summary>
    public LexicalNetwork(WordRarity rarity, int outputs, LexicalSettings settings, string key)
        : base(nameof(LexicalNetwork))
    {
        (_rarity, _settings, Saved) = (rarity, settings, new Dictionary<string, string> { [key] = rarity.Write() });
        register_module("scores", _scores = Linear(Features, outputs));
        using var quiet = no_grad();
        _scores.weight.copy_(linspace(-1, 1, outputs).unsqueeze(1).expand(-1, Features));
        _scores.bias!.zero_();
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Tensor> Encode(Inputs inputs)
    {
        var sides = TextPairs.Sides(inputs, Id, ofPairs: true);
        var numbers = new float[inputs.Count * Features];
        for (var i = 0; i < inputs.Count; i++) Compare(WordRarity.Words(sides[0][i]), WordRarity.Words(sides[1][i]), numbers.AsSpan(i * Features, Features));
        return [tensor(numbers).reshape(inputs.Count, Features)];
    }

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor>? input) => new((SignalNames.Logits, _scores.call(input![0])), (SignalNames.Embedding, input[0]));

    private void Compare(List<string> first, List<string> second, Span<float> features)
    {
        var occurrences = second.CountBy(word => word).ToDictionary();
        var length = _settings.K1 * (1 - _settings.B + (_settings.B * second.Count / _rarity.MeanLength));
        var (words, common, weight, commonWeight, bound, score) = (0, 0, 0.0, 0.0, 0.0, 0.0);
        foreach (var (word, times) in first.CountBy(word => word))
        {
            var (idf, f) = (_rarity.Of(word), occurrences.GetValueOrDefault(word));
            (words, weight, bound) = (words + 1, weight + idf, bound + (times * idf * (_settings.K1 + 1)));
            if (f == 0) continue;
            (common, commonWeight, score) = (common + 1, commonWeight + idf, score + (times * idf * f * (_settings.K1 + 1) / (f + length)));
        }

        // A first text without a word has nothing in common with any.
        if (words == 0) return;
        features[0] = (float)common / words;
        (features[1], features[2]) = ((float)(commonWeight / weight), (float)(score / bound));
    }
}
