using PluginKd.Pieces;

namespace PluginKd.Models.Text;

/// <summary>A transformer encoder on words or word pieces: every position looks at every other, then class scores of a text, or of each word.</summary>
/// <remarks>
/// <para>Formula: a layer is <c>x ← x + Attention(x)</c>, <c>x ← x + W₂·gelu(W₁·x + b₁) + b₂</c>, normalised behind each sum (<c>post</c>) or before each
/// part (<c>pre</c>), with <c>Attention = softmax(Q·Kᵀ ÷ √d)·V</c> for each head; <c>z = W·pooled + b</c>. Where words have labels, <c>z = W·x + b</c> at the first piece of each word.</para>
/// <para>Pairs of texts are read as one, <c>[CLS] a [SEP] b [SEP]</c>, so that each text sees the other; the types of the two are told by embeddings that are
/// added, 0 up to the first <c>[SEP]</c> and 1 behind it. What is longer than allowed is cut off the longer text, piece by piece.</para>
/// <para>Signals: <c>hidden.0</c> is the embeddings' output, <c>hidden.k</c> that of layer k, [N, T, D]; <c>attention.k</c> [N, heads, T, T] before dropout;
/// all are zero at padding. T is the longest text of those encoded together.</para>
/// <para>Source: Vaswani et al. (2017), arXiv:1706.03762, section 3; Devlin et al. (2018), arXiv:1810.04805. Departures: positions are learned and GELU is
/// used, as in the second; with <c>pre</c> the embeddings are normalised too, and the last layer's output is, before it is given as a signal.</para>
/// </remarks>
/// <param name="settings">Words and size.</param>
[KdPlugin("text-transformer", Settings = typeof(TextTransformerSettings))]
public sealed class TextTransformer(TextTransformerSettings settings) : IModel
{
    /// <summary>Name for messages.</summary>
    internal const string Id = "text-transformer";

    private const string SavedVocabulary = "vocabulary";
    private const string SavedPieces = "word-pieces";
    private const string SavedBytePairs = "byte-pairs";
    private const string SavedSizes = "sizes";

    /// <inheritdoc />
    public IReadOnlyList<Modality> Takes { get; } = [.. TextPairs.OrTexts, Modality.Tokens];

    /// <inheritdoc />
    public IReadOnlyList<string> Signals => [SignalNames.Logits, SignalNames.Embedding, .. LayerSignals.Names(Layers)];

    private int Layers => settings.Folder is null ? settings.Layers : BertConfig.Read(settings.Folder).Layers;

    /// <inheritdoc />
    public Network Create(ModelRequest request)
    {
        if (request.Saved is { } saved) return Network(SequenceWords.IsTagger(saved), Saved(saved), EncoderSizes.Read(saved[SavedSizes]), request.Outputs);
        var isTagger = request.Examples is TokenInputs;
        if (settings.Folder is not null) return Loaded(new BertFolder(settings.Folder), isTagger, request.Outputs);
        var numbers = settings.Vocabulary is { } path ? WordPieces.Read(path, "vocabulary of model 'text-transformer'") : Counted(request.Examples);
        return Network(isTagger, numbers, EncoderSizes.Of(settings, numbers.Count, types: TextPairs.AreIn(request) ? 2 : 1), request.Outputs);
    }

    private TextTransformerNetwork Loaded(BertFolder folder, bool isTagger, int outputs)
    {
        folder.Check(settings);
        var network = Network(isTagger, folder.ReadVocabulary(), folder.Sizes, outputs);
        try
        {
            folder.LoadInto(network);
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    private static ITextNumbers Saved(IReadOnlyDictionary<string, string> saved) => saved.ContainsKey(SavedPieces)
        ? new WordPieces(saved[SavedPieces].Split('\n'), "the saved network")
        : saved.TryGetValue(SavedBytePairs, out var pieces) ? new PieceNumbers(BytePairs.Read(pieces))
        : new WordNumbers(Vocabulary.Read(saved[SavedVocabulary], WordNumbers.Reserved));

    private ITextNumbers Counted(Inputs examples) => settings.Pieces is { } pieces ? new PieceNumbers(PairLearner.Learn(
        examples is TokenInputs tokens ? tokens.Sequences.Select(words => string.Join(' ', words)) : TextPairs.AllTexts(examples, Id), pieces, settings.MinCount, $"pieces of model '{Id}'"))
    : new WordNumbers(Vocabulary.Build(
        examples is TokenInputs ? SequenceWords.Of(examples, Id).Select(words => words.Select(Spelling.Lower)) : TextPairs.AllTexts(examples, Id).Select(Tokenizer.Split),
        settings.MinCount, settings.MaxFeatures, WordNumbers.Reserved));

    private TextTransformerNetwork Network(bool isTagger, ITextNumbers numbers, EncoderSizes sizes, int outputs) => new(isTagger, numbers, sizes, outputs, settings, new Dictionary<string, string>
    {
        [numbers switch { WordPieces => SavedPieces, PieceNumbers => SavedBytePairs, _ => SavedVocabulary }] = numbers.Write(),
        [SavedSizes] = sizes.Write(),
        [SequenceWords.SavedKind] = SequenceWords.KindOf(isTagger),
    });
}
