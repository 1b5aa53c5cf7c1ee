using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>Embeddings, encoder layers, pooling, class scores.</summary>
internal sealed class TextTransformerNetwork : Network
{
    // Devlin et al., as their program draws weights.
    private const double FirstDeviation = 0.02;

    // [CLS], [SEP], [SEP].
    private const int MarksOfPairs = 3;

    private readonly bool _isTagger;
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
    public TextTransformerNetwork(bool isTagger, ITextNumbers numbers, EncoderSizes sizes, int outputs, TextTransformerSettings settings, IReadOnlyDictionary<string, string> saved)
        : base(nameof(TextTransformerNetwork))
    {
        (_isTagger, _numbers, _settings, Saved) = (isTagger, numbers, settings, saved);
        register_module("words", _words = Embedding(sizes.Words, sizes.Width));
        register_module("positions", _positions = Embedding(sizes.Positions, sizes.Width));
        register_module("types", _types = Embedding(sizes.Types, sizes.Width));
        register_module("norm", _norm = LayerNorm(sizes.Width, sizes.Epsilon));
        register_module("layers", _layers = new ModuleList<EncoderLayer>([.. Enumerable.Range(0, sizes.Layers).Select(_ => new EncoderLayer(sizes, settings))]));
        if (settings.Norm == NormPlace.Pre) register_module("last_norm", _lastNorm = LayerNorm(sizes.Width, sizes.Epsilon));
        if (settings.Pooling == TextPooling.Cls && !isTagger) register_module("pooler", _pooler = Linear(sizes.Width, sizes.Width));
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
    /// <remarks>Of texts their numbers, [N, T]; of pairs the numbers and the types, 0 or 1, [N, T] each; of sequences the numbers and where the first piece of each word stands.</remarks>
    public override IReadOnlyList<Tensor> Encode(Inputs inputs)
    {
        if (inputs is TokenInputs != _isTagger) throw inputs.NotTakenBy(TextTransformer.Id, _isTagger ? [Modality.Tokens] : TextPairs.OrTexts);
        if (inputs is TokenInputs tokens) return Encode(tokens.Sequences);
        return inputs.Modality == Modality.TextPair ? EncodePairs(inputs) : [Stack(TokenRows.TextsOf(inputs, TextTransformer.Id).Select(text => Shifted(_numbers.Encode(text, _settings.MaxLength))))];
    }

    private Tensor[] Encode(IReadOnlyList<string[]> sequences)
    {
        var encoded = sequences.Select(_numbers.EncodeWords).ToList();
        var wrong = encoded.FindIndex(sequence => sequence.Numbers.Length > _settings.MaxLength);
        if (wrong >= 0)
        {
            var needed = encoded[wrong].Numbers.Length;
            throw SequenceWords.TooLong(wrong, needed, $"{sequences[wrong].Length} words, {needed} pieces with two marks", _settings.MaxLength, TextTransformer.Id);
        }

        return [Stack(encoded.Select(sequence => Shifted(sequence.Numbers))), Stack(encoded.Select(sequence => sequence.Firsts))];
    }

    private Tensor[] EncodePairs(Inputs inputs)
    {
        var sides = TextPairs.Sides(inputs, TextTransformer.Id, ofPairs: _types.weight!.size(0) > 1);
        if (_settings.MaxLength < MarksOfPairs)
            throw new UserErrorException($"max-length is {_settings.MaxLength}", $"{MarksOfPairs} or more: pairs of texts have {MarksOfPairs} marks", $"max-length of model '{TextTransformer.Id}'", "raise max-length");
        var pairs = sides[0].Zip(sides[1], (first, second) => _numbers.Encode(first, second, _settings.MaxLength)).ToList();
        return [Stack(pairs.Select(pair => Shifted(pair.Numbers))), Stack(pairs.Select(pair => Enumerable.Range(0, pair.Numbers.Length).Select(at => at < pair.First ? 0L : 1).ToArray()))];
    }

    // One more than the number, so that 0 is padding whatever the vocabulary begins with.
    private static long[] Shifted(long[] numbers) => Array.ConvertAll(numbers, number => number + 1);

    private static Tensor Stack(IEnumerable<long[]> rows) => TokenRows.Stack([.. rows], TextTransformer.Id);

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor>? input)
    {
        var room = new TextRoom(input![0]);
        var x = Embedded(room, input.Count > 1 && !_isTagger ? _types.call(room.Cut(input[1])) : _types.weight!.narrow(0, 0, 1));
        var signals = new LayerSignals(room);
        signals.AddHidden(0, x);
        for (var k = 0; k < _layers.Count; k++)
        {
            (x, var seen) = _layers[k].call(x, room.IsPadding);
            if (k == _layers.Count - 1 && _lastNorm is not null) x = _lastNorm.call(x);
            signals.AddHidden(k + 1, x);
            signals.AddHeads(k, seen);
        }

        var pooled = _pooler is null ? room.Mean(x) : _pooler.call(x.select(1, 0)).tanh();
        var embedding = Thinned(pooled);
        return new Signals((SignalNames.Logits, _isTagger ? OfWords(x, input[1]) : _scores.call(embedding)), (SignalNames.Embedding, embedding)).Later(signals.All);
    }

    // Behind a sequence's end stands place 0, the first mark; nobody looks there.
    private Tensor OfWords(Tensor x, Tensor firsts) => _scores.call(Thinned(x.gather(1, firsts.unsqueeze(2).expand(-1, -1, x.size(2)))));

    private Tensor Embedded(TextRoom room, Tensor types) => Thinned(_norm.call(_words.call(room.Numbers) + _positions.weight!.narrow(0, 0, room.Length) + types));

    private Tensor Thinned(Tensor x) => _settings.Dropout == 0 ? x : functional.dropout(x, _settings.Dropout, training);
}
