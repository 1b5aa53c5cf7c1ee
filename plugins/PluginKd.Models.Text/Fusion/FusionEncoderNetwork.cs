using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>Tokens of the first side, embeddings of the second, layers that look at both, pooling, class scores.</summary>
internal sealed class FusionEncoderNetwork : Network
{
    // Embeddings are normalised at once, so their size decides only how fast they turn.
    private const double EmbeddingDeviation = 0.02;

    private readonly bool _ofImages;
    private readonly ITextNumbers _numbers;
    private readonly FusionEncoderSettings _settings;
    private readonly Embedding _words;
    private readonly Embedding _positions;
    private readonly LayerNorm _norm;
    private readonly IFirstSide _first;
    private readonly Embedding _firstPositions;
    private readonly LayerNorm _firstNorm;
    private readonly ModuleList<EncoderLayer> _firstLayers;
    private readonly LayerNorm? _firstLastNorm;
    private readonly ModuleList<FusionLayer> _layers;
    private readonly LayerNorm? _lastNorm;
    private readonly Linear? _pooler;
    private readonly Linear _scores;

    /// <summary>Makes the layers with new weights.</summary>
    /// <param name="images">The first side where it is images; null for texts.</param>
    /// <param name="numbers">Numbers of words.</param>
    /// <param name="outputs">Class scores.</param>
    /// <param name="settings">Size.</param>
    public FusionEncoderNetwork(ImageSide? images, ITextNumbers numbers, int outputs, FusionEncoderSettings settings)
        : base(nameof(FusionEncoderNetwork))
    {
        (_ofImages, _numbers, _settings) = (images is not null, numbers, settings);
        var sizes = new EncoderSizes(numbers.Count, settings.MaxLength, 1, settings.Layers, settings.Width, settings.Heads, settings.Inner, EncoderSizes.BertEpsilon);
        register_module("words", _words = Embedding(numbers.Count, settings.Width));
        register_module("positions", _positions = Embedding(settings.MaxLength, settings.Width));
        register_module("norm", _norm = LayerNorm(settings.Width, EncoderSizes.BertEpsilon));
        if (images is not null) register_module("first", images);
        _first = images ?? (IFirstSide)new WordSide(_words, numbers, settings.MaxLength);
        register_module("first_positions", _firstPositions = Embedding(_first.Most, settings.Width));
        register_module("first_norm", _firstNorm = LayerNorm(settings.Width, EncoderSizes.BertEpsilon));
        register_module("first_layers", _firstLayers = new ModuleList<EncoderLayer>([.. Enumerable.Range(0, settings.FirstLayers).Select(_ => new EncoderLayer(sizes, settings))]));
        register_module("layers", _layers = new ModuleList<FusionLayer>([.. Enumerable.Range(0, settings.Layers).Select(_ => new FusionLayer(sizes, settings))]));
        if (settings.Norm == NormPlace.Pre)
        {
            register_module("first_last_norm", _firstLastNorm = LayerNorm(settings.Width, EncoderSizes.BertEpsilon));
            register_module("last_norm", _lastNorm = LayerNorm(settings.Width, EncoderSizes.BertEpsilon));
        }

        if (settings.Pooling == TextPooling.Cls) register_module("pooler", _pooler = Linear(settings.Width, settings.Width));
        register_module("scores", _scores = Linear(settings.Width, outputs));
        Draw();
        Saved = _first.Saved.Append(FusionEncoder.SavedWords(numbers)).ToDictionary();
    }

    // Glorot and Bengio (2010): BERT's deviation of 0.02 is one for wide layers; in narrow ones nothing of the image would reach the answer for a long time. A tower draws its own.
    private void Draw()
    {
        foreach (var (name, weight) in named_parameters().Where(parameter => !parameter.name.StartsWith("first.", StringComparison.Ordinal)))
        {
            if (name is "words.weight" or "positions.weight" or "first_positions.weight") init.normal_(weight, 0, EmbeddingDeviation);
            else if (weight.ndim == 2) init.xavier_uniform_(weight);
            else if (name.EndsWith("bias", StringComparison.Ordinal)) init.zeros_(weight);
        }
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved { get; }

    /// <inheritdoc />
    /// <remarks>The first side (images, or numbers of words [N, M]) and the numbers of the second side's words, [N, T].</remarks>
    public override IReadOnlyList<Tensor> Encode(Inputs inputs)
    {
        if (inputs is not PairInputs pairs || pairs.First is TextInputs == _ofImages)
            throw inputs.NotTakenBy(FusionEncoder.Id, _ofImages ? Modality.ImageText : Modality.TextPair);
        return [_first.Encode(pairs.First), FusionTexts.Encode(pairs.Second, _numbers, _settings.MaxLength)];
    }

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor>? input)
    {
        var (first, room) = (Tokens(input![0]), new TextRoom(input[1]));
        var x = Thinned(_norm.call(_words.call(room.Numbers) + _positions.weight!.narrow(0, 0, room.Length)));
        var signals = new LayerSignals(room);
        signals.AddHidden(0, x);
        for (var k = 0; k < _layers.Count; k++)
        {
            var fused = _layers[k].Fuse(x, room.IsPadding, first);
            x = k == _layers.Count - 1 && _lastNorm is not null ? _lastNorm.call(fused.Hidden) : fused.Hidden;
            signals.AddHidden(k + 1, x);
            signals.AddHeads(k, fused.Seen);
            signals.Add(FusionEncoder.CrossAttention(k), () => room.WholeRows(fused.Cross));
        }

        var embedding = Thinned(_pooler is null ? room.Mean(x) : _pooler.call(x.select(1, 0)).tanh());
        return new Signals((SignalNames.Logits, _scores.call(embedding)), (SignalNames.Embedding, embedding), (FusionEncoder.Context, first.Shown)).Later(signals.All);
    }

    private FirstTokens Tokens(Tensor encoded)
    {
        var first = _first.Tokens(encoded);
        var x = Thinned(_firstNorm.call(first.Tokens + _firstPositions.weight!.narrow(0, 0, first.Tokens.size(1))));
        foreach (var layer in _firstLayers)
        {
            (x, _) = layer.Attended(x, first.IsPadding);
            x = layer.Changed(x);
        }

        return first with { Tokens = _firstLastNorm?.call(x) ?? x };
    }

    private Tensor Thinned(Tensor x) => _settings.Dropout == 0 ? x : functional.dropout(x, _settings.Dropout, training);
}
