using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>Embedding, convolutions, maximum over positions, of pairs both with what they have in common, class scores.</summary>
internal sealed class TextCnnNetwork : Network
{
    /// <summary>Number 0 is padding, 1 stands for words that training never saw.</summary>
    public const int Reserved = 2;

    private const long Unknown = 1;

    // Small, so that words seen once or twice say little.
    private const double FirstDeviation = 0.05;

    private readonly Vocabulary _vocabulary;
    private readonly TextCnnSettings _settings;
    private readonly bool _ofPairs;
    private readonly Embedding _words;
    private readonly ModuleList<Conv1d> _windows;
    private readonly Linear _scores;

    /// <summary>Makes the layers with new weights.</summary>
    public TextCnnNetwork(Vocabulary vocabulary, int outputs, TextCnnSettings settings, bool ofPairs, IReadOnlyDictionary<string, string> saved)
        : base(nameof(TextCnnNetwork))
    {
        (_vocabulary, _settings, _ofPairs, Saved) = (vocabulary, settings, ofPairs, saved);
        _words = Embedding(vocabulary.Count, settings.Width, padding_idx: 0);
        init.normal_(_words.weight, 0, FirstDeviation);
        using (no_grad()) _words.weight.narrow(0, 0, 1).zero_();
        _windows = new ModuleList<Conv1d>([.. settings.Windows.Select(window => Conv1d(settings.Width, settings.Filters, window))]);
        _scores = Linear((long)settings.Filters * settings.Windows.Count * TextPairs.Widening(ofPairs), outputs);
        register_module("words", _words);
        register_module("windows", _windows);
        register_module("scores", _scores);
        if (settings.Freeze) _words.weight!.requires_grad = false;
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Saved { get; }

    /// <summary>Takes the first embeddings from the file of the settings, where they name one.</summary>
    public void TakeVectors()
    {
        if (_settings.Vectors is { } path) WordVectors.CopyTo(_words.weight!, _vocabulary, path, "text-cnn", "width");
    }

    /// <inheritdoc />
    public override IReadOnlyList<Tensor> Encode(Inputs inputs) =>
    [
        // Room behind the longest text for the longest window that begins at its last word: so no window is missing, whatever the batch.
        .. TextPairs.Sides(inputs, "text-cnn", _ofPairs).Select(texts => TokenRows.Stack(
            [.. texts.Select(text =>
                Tokenizer.Split(text).Take(_settings.MaxLength).Select(word => _vocabulary.Number(word, Unknown)).ToArray())],
            "text-cnn",
            extra: _settings.Windows.Max())),
    ];

    /// <inheritdoc />
    public override Signals forward(IReadOnlyList<Tensor>? input)
    {
        var found = _ofPairs ? TextPairs.Compared(Found(input![0]), Found(input[1])) : Found(input![0]);
        var features = functional.dropout(found, _settings.Dropout, training);
        return new Signals((SignalNames.Logits, _scores.call(features)), (SignalNames.Embedding, features));
    }

    private Tensor Found(Tensor numbers)
    {
        var isWord = numbers.ne(0).to(float32).unsqueeze(1);
        var words = functional.dropout(_words.call(numbers), _settings.EmbeddingDropout, training).transpose(1, 2);
        return cat([.. _windows.Select(window => Strongest(window.call(words), isWord))], 1);
    }

    // After relu nothing is below 0, so a factor of 0 takes a window out of the maximum.
    private static Tensor Strongest(Tensor answers, Tensor isWord) =>
        (functional.relu(answers) * isWord.narrow(2, 0, answers.size(2))).amax([2]);
}
