using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>Mean of embeddings, of pairs both with what they have in common, hidden layers, class scores.</summary>
internal sealed class NgramNetwork : Network
{
    /// <summary>Number 0 is padding.</summary>
    public const int Reserved = 1;

    // Small, so that terms seen once or twice say little at first; the usual deviation of 1 drowns the frequent ones.
    private const double FirstDeviation = 0.1;

    private readonly Vocabulary _vocabulary;
    private readonly NgramSettings _settings;
    private readonly bool _ofPairs;
    private readonly EmbeddingBag _terms;
    private readonly ModuleList<Linear> _layers;

    /// <summary>Makes the layers with new weights.</summary>
    public NgramNetwork(Vocabulary vocabulary, int outputs, NgramSettings settings, bool ofPairs, IReadOnlyDictionary<string, string> saved)
        : base(nameof(NgramNetwork))
    {
        (_vocabulary, _settings, _ofPairs, Saved) = (vocabulary, settings, ofPairs, saved);
        _terms = EmbeddingBag(vocabulary.Count, settings.Width, mode: EmbeddingBagMode.Mean, padding_index: 0);
        init.normal_(_terms.weight, 0, FirstDeviation);
        long[] widths = [(long)settings.Width * TextPairs.Widening(ofPairs), .. settings.Hidden.Select(width => (long)width), outputs];
        _layers = new ModuleList<Linear>([.. widths.Zip(widths.Skip(1), (from, to) => Linear(from, to))]);
        register_module("terms", _terms);
        register_module("layers", _layers);
        if (settings.Freeze) _terms.weight!.requires_grad = false;
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved { get; }

    /// <summary>Takes the first embeddings from the file of the settings, where they name one.</summary>
    public void TakeVectors()
    {
        if (_settings.Vectors is { } path) WordVectors.CopyTo(_terms.weight!, _vocabulary, path, "ngram", "width");
    }

    /// <summary>Gives the terms of the first words of a text: the words, then the pairs, and so on.</summary>
    public static IEnumerable<string> Terms(string text, int longest, int maxLength)
    {
        var words = Tokenizer.Split(text);
        if (words.Count > maxLength) words = words.GetRange(0, maxLength);
        for (var length = 1; length <= longest; length++)
        {
            for (var start = 0; start + length <= words.Count; start++) yield return string.Join(' ', words.GetRange(start, length));
        }
    }

    /// <inheritdoc />
    public override IReadOnlyList<Tensor> Encode(Inputs inputs) =>
    [
        .. TextPairs.Sides(inputs, "ngram", _ofPairs).Select(texts => TokenRows.Stack(
            [.. texts.Select(text =>
                Terms(text, _settings.Ngram, _settings.MaxLength).Select(term => _vocabulary.Number(term, 0)).Where(number => number > 0).ToArray())],
            "ngram")),
    ];

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor>? input)
    {
        var x = _ofPairs ? TextPairs.Compared(_terms.call(input![0]), _terms.call(input[1])) : _terms.call(input![0]);
        for (var k = 0; k < _layers.Count - 1; k++) x = functional.relu(_layers[k].call(Thinned(x)));
        x = Thinned(x);
        return new Signals((SignalNames.Logits, _layers[_layers.Count - 1].call(x)), (SignalNames.Embedding, x));
    }

    private Tensor Thinned(Tensor x) => _settings.Dropout == 0 ? x : functional.dropout(x, _settings.Dropout, training);
}
