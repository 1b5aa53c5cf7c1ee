using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>One table of scores for each place of the window, and a bias.</summary>
internal sealed class WordWindowNetwork : Network
{
    private readonly SpelledWords _numbers;
    private readonly WordWindowSettings _settings;
    private readonly Embedding _words;
    private readonly Embedding? _spellings;
    private readonly Parameter _bias;

    /// <summary>Makes tables of zeros.</summary>
    public WordWindowNetwork(SpelledWords numbers, int outputs, WordWindowSettings settings)
        : base(nameof(WordWindowNetwork))
    {
        (_numbers, _settings) = (numbers, settings);
        register_module("words", _words = Table(numbers.Words.Count, outputs));
        if (settings.Spelling) register_module("spellings", _spellings = Table(numbers.Spellings.Count, outputs));
        register_parameter("bias", _bias = Parameter(zeros(outputs)));
    }

    private int Places => (2 * _settings.Window) + 1;

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved => _numbers.Saved;

    /// <inheritdoc />
    public override IReadOnlyList<Tensor> Encode(Inputs inputs) => _numbers.Encode(inputs, _settings.MaxLength, _settings.Spelling, WordWindow.Id);

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor>? input)
    {
        var scores = _words.call(input![0]);
        if (_spellings is not null) scores = scores + _spellings.call(input[1]).sum(2);
        var (length, outputs) = (scores.size(1), _bias.size(0));
        var logits = _bias.expand(scores.size(0), length, outputs);
        for (var place = 0; place < Places; place++)
        {
            // What the word at t says of the one at t − offset.
            var offset = place - _settings.Window;
            if (Math.Abs(offset) >= length) continue;
            var said = scores.narrow(2, place * outputs, outputs).narrow(1, Math.Max(0, offset), length - Math.Abs(offset));
            logits = logits + functional.pad(said, [0, 0, Math.Max(0, -offset), Math.Max(0, offset)]);
        }

        return new Signals((SignalNames.Logits, logits));
    }

    private Embedding Table(long rows, long outputs)
    {
        var table = Embedding(rows, Places * outputs, padding_idx: 0);
        init.zeros_(table.weight!);
        return table;
    }
}
