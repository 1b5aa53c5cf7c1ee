using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>Encoder, decoder, class scores of the pieces of a translation.</summary>
internal sealed class EncoderDecoderNetwork : Network, IGenerator
{
    /// <summary>The mark before the first piece, and pieces that training never saw.</summary>
    public const int Reserved = 2;

    private const long Begin = 0;
    private const long Unknown = 1;

    // Rows that are searched at once, beams included.
    private const int SearchRows = 256;

    private readonly ITextNumbers _numbers;
    private readonly Vocabulary _translations;
    private readonly EncoderDecoderSettings _settings;
    private readonly Embedding _texts;
    private readonly ModuleList<EncoderLayer> _encoder;
    private readonly LayerNorm _encoderNorm;
    private readonly Embedding _pieces;
    private readonly ModuleList<DecoderLayer> _decoder;
    private readonly LayerNorm _decoderNorm;
    private readonly Linear _scores;

    /// <summary>Makes the layers with new weights.</summary>
    public EncoderDecoderNetwork(ITextNumbers numbers, Vocabulary translations, int outputs, EncoderDecoderSettings settings, IReadOnlyDictionary<string, string> saved)
        : base(nameof(EncoderDecoderNetwork))
    {
        (_numbers, _translations, _settings, Saved) = (numbers, translations, settings, saved);
        var sizes = new EncoderSizes(numbers.Count, 0, 0, settings.Layers, settings.Width, settings.Heads, settings.Inner, Epsilon: 1e-5);
        var encoder = new TextTransformerSettings { Norm = NormPlace.Pre, Dropout = settings.Dropout, AttentionDropout = settings.AttentionDropout };
        register_module("texts", _texts = Embedding(numbers.Count, settings.Width));
        register_module("encoder", _encoder = new ModuleList<EncoderLayer>([.. Enumerable.Range(0, settings.Layers).Select(_ => new EncoderLayer(sizes, encoder))]));
        register_module("encoder_norm", _encoderNorm = LayerNorm(settings.Width));
        register_module("pieces", _pieces = Embedding(translations.Count, settings.Width));
        register_module("decoder", _decoder = new ModuleList<DecoderLayer>([.. Enumerable.Range(0, settings.DecoderLayers).Select(_ => new DecoderLayer(settings))]));
        register_module("decoder_norm", _decoderNorm = LayerNorm(settings.Width));
        register_module("scores", _scores = Linear(settings.Width, outputs));
        foreach (var (name, weight) in named_parameters())
        {
            if (weight.ndim == 2) init.xavier_uniform_(weight);
            else if (name.EndsWith("bias", StringComparison.Ordinal)) init.zeros_(weight);
        }

        // They are scaled by √D where they are read, so that they are as large as positions.
        foreach (var table in new[] { _texts.weight!, _pieces.weight! }) init.normal_(table, 0, Math.Pow(settings.Width, -0.5));
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved { get; }

    /// <summary>Names the output of layer k of the decoder, [N, T, D].</summary>
    public static string DecoderHidden(int layer) => $"decoder-hidden.{layer}";

    /// <summary>Gets the texts and the pieces of their translations.</summary>
    /// <exception cref="UserErrorException">The inputs are of another kind.</exception>
    public static (IReadOnlyList<string> Texts, IReadOnlyList<string[]> Pieces) Sides(Inputs inputs) => inputs is PairInputs { First: TextInputs texts, Second: TokenInputs pieces }
        ? (texts.Texts, pieces.Sequences) : throw inputs.NotTakenBy(EncoderDecoder.Id, Modality.Translation);

    /// <inheritdoc />
    /// <remarks>The numbers of the texts, [N, S], and those of the mark and all pieces but the last, [N, T]; one more than the number, 0 is padding.</remarks>
    public override IReadOnlyList<Tensor> Encode(Inputs inputs)
    {
        var (texts, pieces) = Sides(inputs);
        return [EncodeTexts(texts), Stack(pieces.Select(sequence => (long[])[Begin, .. sequence.SkipLast(1).Select(piece => _translations.Number(piece, Unknown))]))];
    }

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor>? input)
    {
        var (text, room) = (new TextRoom(input![0]), new TextRoom(input[1]));
        var signals = new LayerSignals(text);
        var memory = Read(text, signals);
        var isLater = ones(room.Length, room.Length, dtype: ScalarType.Bool, device: memory.device).triu(1);
        var y = Embedded(_pieces, room.Numbers, 0);
        AddDecoderHidden(0, y);
        for (var k = 0; k < _decoder.Count; k++)
        {
            (y, _) = _decoder[k].Call(y, null, isLater, _decoder[k].Read(memory), text.IsPadding);
            if (k == _decoder.Count - 1) y = _decoderNorm.call(y);
            AddDecoderHidden(k + 1, y);
        }

        var logits = functional.pad(_scores.call(y), [0, 0, 0, input[1].size(1) - room.Length]);
        return new Signals((SignalNames.Logits, logits)).Later(signals.All);

        void AddDecoderHidden(int k, Tensor states) => signals.Add(DecoderHidden(k), () => room.Whole(states));
    }

    /// <inheritdoc />
    public IReadOnlyList<int[]> Generate(Inputs inputs, GenerationRequest request)
    {
        if (inputs is not PairInputs { First: TextInputs { Texts: var texts } }) throw inputs.NotTakenBy(EncoderDecoder.Id, Modality.Translation);
        var (written, wasTraining) = (new int[texts.Count][], training);
        var lengths = texts.Select(text => text.Length).ToArray();
        eval();
        try
        {
            using var quiet = no_grad();
            // Texts of like length together: little padding, and they end at about the same time.
            foreach (var batch in Enumerable.Range(0, texts.Count).OrderBy(i => lengths[i]).Chunk(Math.Max(1, SearchRows / request.Beam)))
            {
                request.Stage.Cancellation.ThrowIfCancellationRequested();
                using var scope = NewDisposeScope();
                using var writer = new TranslationWriter(this, [.. batch.Select(i => texts[i])], request);
                foreach (var (i, found) in batch.Zip(writer.Write())) written[i] = found;
            }
        }
        finally
        {
            train(wasTraining);
        }

        return written;
    }

    /// <summary>Encodes texts, [N, S].</summary>
    internal Tensor EncodeTexts(IEnumerable<string> texts) => Stack(texts.Select(text => _numbers.Encode(text, _settings.MaxLength)));

    /// <summary>Runs the encoder.</summary>
    /// <param name="text">N texts.</param>
    /// <param name="signals">Takes its signals, or null.</param>
    /// <returns>[N, S, D].</returns>
    internal Tensor Read(TextRoom text, LayerSignals? signals)
    {
        var x = Embedded(_texts, text.Numbers, 0);
        signals?.AddHidden(0, x);
        for (var k = 0; k < _encoder.Count; k++)
        {
            (x, var seen) = _encoder[k].call(x, text.IsPadding);
            if (k == _encoder.Count - 1) x = _encoderNorm.call(x);
            signals?.AddHidden(k + 1, x);
            signals?.AddHeads(k, seen);
        }

        return x;
    }

    /// <summary>What each layer of the decoder looks at of the texts.</summary>
    internal KeysValues[] Look(Tensor memory) => [.. _decoder.Select(layer => layer.Read(memory))];

    /// <summary>Scores the next piece.</summary>
    /// <param name="last">Numbers of the last pieces, int64 [N].</param>
    /// <param name="place">Place of these pieces, from 0.</param>
    /// <param name="past">What each layer keeps of the places before; replaced.</param>
    /// <param name="text">From <see cref="Look"/>.</param>
    /// <param name="isPadding">Bool [N, 1, 1, S].</param>
    /// <returns>[N, Outputs].</returns>
    internal Tensor Next(Tensor last, int place, KeysValues?[] past, KeysValues[] text, Tensor isPadding)
    {
        var y = Embedded(_pieces, last.unsqueeze(1), place);
        for (var k = 0; k < _decoder.Count; k++) (y, past[k]) = _decoder[k].Call(y, past[k], null, text[k], isPadding);
        return _scores.call(_decoderNorm.call(y)).squeeze(1);
    }

    /// <summary>Numbers the class names as the decoder reads them; the mark stands for −1.</summary>
    internal long NumberOf(int piece, IReadOnlyList<string> classes) => piece < 0 ? Begin : _translations.Number(classes[piece], Unknown);

    private static Tensor Stack(IEnumerable<long[]> rows) => TokenRows.Stack([.. rows.Select(row => Array.ConvertAll(row, number => number + 1))], EncoderDecoder.Id);

    private Tensor Embedded(Embedding table, Tensor numbers, int first)
    {
        var x = (table.call(numbers) * Math.Sqrt(_settings.Width)) + Positions(first, numbers.size(1), numbers.device);
        return _settings.Dropout == 0 ? x : functional.dropout(x, _settings.Dropout, training);
    }

    // Vaswani et al., section 3.5, sines before cosines instead of in turns: sin(p ÷ 10000^(2i/D)), then the cosines. [T, D].
    private Tensor Positions(int first, long count, Device device)
    {
        var half = (_settings.Width + 1) / 2;
        var rates = arange(half, dtype: float32, device: device).mul(-2 * Math.Log(10_000) / _settings.Width).exp();
        var angles = arange(first, first + count, dtype: float32, device: device).unsqueeze(1) * rates;
        return cat([angles.sin(), angles.cos()], 1).narrow(1, 0, _settings.Width);
    }
}
