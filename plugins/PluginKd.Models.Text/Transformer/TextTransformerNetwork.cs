using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>Embeddings, encoder layers, pooling, class scores.</summary>
internal sealed class TextTransformerNetwork : Network
{
    private const string Model = "text-transformer";

    // Devlin et al., as their program draws weights.
    private const double FirstDeviation = 0.02;

    // [CLS], [SEP], [SEP].
    private const int MarksOfPairs = 3;

    private readonly ITextNumbers _numbers;
    private readonly TextTransformerSettings _settings;
    private readonly Embedding _words;
    private readonly Embedding _positions;
    private readonly Embedding _types;
    private readonly LayerNorm _norm;
    private readonly ModuleList<EncoderLayer> _layers;
    private readonly LayerNorm? _lastNorm;
    private readonly Linear? _pooler;
    private readonly Linear _scores;

    /// <summary>Makes the layers with new weights.</summary>
    public TextTransformerNetwork(ITextNumbers numbers, EncoderSizes sizes, int outputs, TextTransformerSettings settings, IReadOnlyDictionary<string, string> saved)
        : base(nameof(TextTransformerNetwork))
    {
        (_numbers, _settings, Saved) = (numbers, settings, saved);
        register_module("words", _words = Embedding(sizes.Words, sizes.Width));
        register_module("positions", _positions = Embedding(sizes.Positions, sizes.Width));
        register_module("types", _types = Embedding(sizes.Types, sizes.Width));
        register_module("norm", _norm = LayerNorm(sizes.Width, sizes.Epsilon));
        register_module("layers", _layers = new ModuleList<EncoderLayer>([.. Enumerable.Range(0, sizes.Layers).Select(_ => new EncoderLayer(sizes, settings))]));
        if (settings.Norm == NormPlace.Pre) register_module("last_norm", _lastNorm = LayerNorm(sizes.Width, sizes.Epsilon));
        if (settings.Pooling == TextPooling.Cls) register_module("pooler", _pooler = Linear(sizes.Width, sizes.Width));
        register_module("scores", _scores = Linear(sizes.Width, outputs));
        foreach (var (name, weight) in named_parameters())
        {
            if (weight.ndim == 2) init.normal_(weight, 0, FirstDeviation);
            else if (name.EndsWith("bias", StringComparison.Ordinal)) init.zeros_(weight);
        }
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved { get; }

    /// <inheritdoc />
    /// <remarks>Of texts their numbers, [N, T]; of pairs the numbers and the types, 0 or 1, [N, T] each.</remarks>
    public override IReadOnlyList<Tensor> Encode(Inputs inputs)
    {
        // One more than the number, so that 0 is padding whatever the vocabulary begins with.
        if (inputs.Modality != Modality.TextPair)
            return [Stack(TokenRows.TextsOf(inputs, Model).Select(text => _numbers.Encode(text, _settings.MaxLength).Select(number => number + 1).ToArray()))];
        var sides = TextPairs.Sides(inputs, Model, ofPairs: _types.weight!.size(0) > 1);
        if (_settings.MaxLength < MarksOfPairs)
            throw new UserErrorException($"max-length is {_settings.MaxLength}", $"{MarksOfPairs} or more: pairs of texts have {MarksOfPairs} marks", $"max-length of model '{Model}'", "raise max-length");
        var pairs = sides[0].Zip(sides[1], (first, second) => _numbers.Encode(first, second, _settings.MaxLength)).ToList();
        return
        [
            Stack(pairs.Select(pair => Array.ConvertAll(pair.Numbers, number => number + 1))),
            Stack(pairs.Select(pair => Enumerable.Range(0, pair.Numbers.Length).Select(at => at < pair.First ? 0L : 1).ToArray())),
        ];
    }

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor>? input)
    {
        var room = new TextRoom(input![0]);
        var x = Embedded(room, input.Count > 1 ? _types.call(room.Cut(input[1])) : _types.weight!.narrow(0, 0, 1));
        var signals = new List<(string, Tensor)> { (SignalNames.Hidden(0), room.Whole(x)) };
        for (var k = 0; k < _layers.Count; k++)
        {
            (x, var attention) = _layers[k].call(x, room.IsPadding);
            if (k == _layers.Count - 1 && _lastNorm is not null) x = _lastNorm.call(x);
            signals.Add((SignalNames.Hidden(k + 1), room.Whole(x)));
            signals.Add((SignalNames.Attention(k), room.WholeSquare(attention)));
        }

        var pooled = _pooler is null ? room.Mean(x) : _pooler.call(x.select(1, 0)).tanh();
        var embedding = Thinned(pooled);
        return new Signals([(SignalNames.Logits, _scores.call(embedding)), (SignalNames.Embedding, embedding), .. signals]);
    }

    private Tensor Embedded(TextRoom room, Tensor types) => Thinned(_norm.call(_words.call(room.Numbers) + _positions.weight!.narrow(0, 0, room.Length) + types));

    private static Tensor Stack(IEnumerable<long[]> rows) => TokenRows.Stack([.. rows], Model);

    private Tensor Thinned(Tensor x) => _settings.Dropout == 0 ? x : functional.dropout(x, _settings.Dropout, training);
}
