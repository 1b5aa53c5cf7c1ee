using TorchSharp.Modules;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils.rnn;

namespace PluginKd.Models.Text;

/// <summary>Embeddings of words and spellings, recurrent layers, class scores of each word or of the pooled text.</summary>
internal sealed class RnnNetwork : Network
{
    private const double FirstDeviation = 0.1;

    private readonly SpelledWords _numbers;
    private readonly RnnSettings _settings;
    private readonly Embedding _words;
    private readonly Embedding? _spellings;
    private readonly LSTM? _lstm;
    private readonly GRU? _gru;
    private readonly Linear _scores;

    /// <summary>Makes the layers with new weights.</summary>
    public RnnNetwork(SpelledWords numbers, int outputs, RnnSettings settings)
        : base(nameof(RnnNetwork))
    {
        (_numbers, _settings) = (numbers, settings);
        register_module("words", _words = Table(numbers.Words.Count, settings.WordWidth));
        if (settings.SpellingWidth > 0) register_module("spellings", _spellings = Table(numbers.Spellings.Count, settings.SpellingWidth));
        var (inputs, dropout) = (settings.WordWidth + settings.SpellingWidth, settings.Layers > 1 ? settings.Dropout : 0);
        if (settings.Cell == RecurrentCell.Lstm)
            register_module("layers", _lstm = LSTM(inputs, settings.Width, settings.Layers, batchFirst: true, dropout: dropout, bidirectional: settings.Bidirectional));
        else
            register_module("layers", _gru = GRU(inputs, settings.Width, settings.Layers, batchFirst: true, dropout: dropout, bidirectional: settings.Bidirectional));
        register_module("scores", _scores = Linear((settings.Bidirectional ? 2 : 1) * settings.Width, outputs));
        if (settings.Freeze) _words.weight!.requires_grad = false;
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved => _numbers.Saved;

    /// <summary>Takes the first embeddings of words from the file of the settings, where they name one.</summary>
    public void TakeVectors()
    {
        if (_settings.Vectors is { } path) WordVectors.CopyTo(_words.weight!, _numbers.Words, path, Rnn.Id, "word-width");
    }

    /// <inheritdoc />
    public override IReadOnlyList<Tensor> Encode(Inputs inputs) => _numbers.Encode(inputs, _settings.MaxLength, _spellings is not null, Rnn.Id);

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor>? input)
    {
        var lengths = input![0].ne(0).sum(1).clamp_min(1);
        var (width, longest) = (input[0].size(1), lengths.max().ToInt64());
        var numbers = input[0].narrow(1, 0, longest);
        var isPadding = arange(longest, device: numbers.device).unsqueeze(0).ge(lengths.unsqueeze(1)).unsqueeze(2);
        var x = _words.call(SomeUnknown(numbers));
        if (_spellings is not null) x = cat([x, _spellings.call(input[1].narrow(1, 0, longest)).sum(2)], 2);
        var (states, last) = Run(pack_padded_sequence(Thinned(x), lengths.cpu(), batch_first: true, enforce_sorted: false));
        var pooled = Thinned(_settings.Pooling switch
        {
            RecurrentPooling.Last when !_numbers.IsTagger => last,
            RecurrentPooling.Max when !_numbers.IsTagger => states.masked_fill(isPadding, float.NegativeInfinity).amax([1]),
            _ => states.sum(1) / lengths.unsqueeze(1).to(states.dtype),
        });
        var logits = _numbers.IsTagger ? functional.pad(_scores.call(Thinned(states)), [0, 0, 0, width - longest]) : _scores.call(pooled);
        return new Signals((SignalNames.Logits, logits), (SignalNames.Embedding, pooled));
    }

    // States of all words, [N, T, D], zero at padding, and behind the last word, [N, D].
    private (Tensor States, Tensor Last) Run(PackedSequence packed)
    {
        var (output, states) = _lstm is not null ? First(_lstm.call(packed)) : _gru!.call(packed);
        var (padded, _) = pad_packed_sequence(output, batch_first: true);
        var directions = _settings.Bidirectional ? 2 : 1;
        return (padded, cat([.. Enumerable.Range(0, directions).Select(d => states[states.size(0) - directions + d])], 1));

        static (PackedSequence, Tensor) First((PackedSequence Output, Tensor States, Tensor Cells) all) => (all.Output, all.States);
    }

    private Tensor SomeUnknown(Tensor numbers)
    {
        if (!training || _settings.WordDropout == 0) return numbers;
        return numbers.masked_fill(rand(numbers.shape, device: numbers.device).lt(_settings.WordDropout).logical_and(numbers.ne(0)), SpelledWords.Unknown);
    }

    private static Embedding Table(long rows, long width)
    {
        var table = Embedding(rows, width, padding_idx: 0);
        init.normal_(table.weight!, 0, FirstDeviation);
        using (no_grad()) table.weight!.narrow(0, 0, 1).zero_();
        return table;
    }

    private Tensor Thinned(Tensor x) => _settings.Dropout == 0 ? x : functional.dropout(x, _settings.Dropout, training);
}
