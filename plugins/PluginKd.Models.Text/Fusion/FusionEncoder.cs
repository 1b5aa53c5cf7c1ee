namespace PluginKd.Models.Text;

/// <summary>Says whether two belong together by looking at both at once: words look at each other and at the image, or at the other text, in every layer.</summary>
/// <remarks>
/// <para>Formula: tokens of the first side are <c>t = P·patch + p</c> (of a tower each position of its last map is a patch; of a text each word by its embedding), then <c>first-layers</c> layers of an encoder. A layer on
/// the second side's words is <c>x ← x + Attention(x, x)</c>, <c>x ← x + Attention(x, t)</c>, <c>x ← x + W₂·gelu(W₁·x + b₁) + b₂</c>, normalised behind each sum (<c>post</c>) or before each part (<c>pre</c>), with
/// <c>Attention(x, t) = softmax(Q(x)·K(t)ᵀ ÷ √d)·V(t)</c> for each head. <c>e = tanh(W·x_first + b)</c> at the first mark (<c>cls</c>) or the mean over the words (<c>mean</c>), <c>z = U·e + c</c>.</para>
/// <para>Signals: <c>logits</c> [N, C], <c>embedding</c> e [N, D], <c>hidden.0</c> (embeddings) to <c>hidden.L</c> [N, T, D], <c>attention.k</c> [N, heads, T, T] among the words, <c>cross-attention.k</c> [N, heads, T, M] from words to the
/// first side's tokens, <c>context</c> [N, M, D], these tokens. Weights are those before dropout; all are zero at padding.</para>
/// <para>Source: Li et al. (2021), ALBEF, arXiv:2107.07651, section 3.1; Dou et al. (2022), METER, arXiv:2111.02387. Departures: the first side does not look at the words, nothing is trained before, images are small, so the
/// patches go through few layers; with <c>pre</c> the tokens and the last layer's output are normalised, too.</para>
/// </remarks>
/// <param name="settings">Sides and size.</param>
[KdPlugin("fusion-encoder", Settings = typeof(FusionEncoderSettings))]
public sealed class FusionEncoder(FusionEncoderSettings settings) : IModel
{
    /// <summary>Name of the tokens of the first side.</summary>
    public const string Context = "context";

    /// <summary>Name for messages.</summary>
    internal const string Id = "fusion-encoder";

    private const string SavedVocabulary = "vocabulary";
    private const string SavedPieces = "word-pieces";

    /// <inheritdoc />
    public IReadOnlyList<Modality> Takes => settings.Tower is null ? [Modality.ImageText, Modality.TextPair] : settings.Tower.Takes.Contains(Modality.Images) ? [Modality.ImageText] : [];

    /// <inheritdoc />
    public IReadOnlyList<string> Signals { get; } =
    [
        SignalNames.Logits, SignalNames.Embedding, Context, .. LayerSignals.Names(settings.Layers), .. Enumerable.Range(0, settings.Layers).Select(CrossAttention),
    ];

    /// <summary>Names the attention weights of layer k from words to the first side, [N, heads, T, M].</summary>
    /// <param name="layer">From 0.</param>
    public static string CrossAttention(int layer) => $"cross-{SignalNames.Attention(layer)}";

    /// <inheritdoc />
    public Network Create(ModelRequest request)
    {
        if (Takes.Count == 0)
            throw new UserErrorException($"the tower takes {settings.Tower!.Takes.Describe()}", "images", $"tower of model '{Id}'", "name a model of images, such as cnn or resnet");
        if (settings.Width % settings.Heads != 0)
            throw new UserErrorException($"{settings.Heads} heads cannot share a width of {settings.Width}", "a width that is a multiple of the heads", $"width and heads of model '{Id}'",
                $"set width to {settings.Heads * Math.Max(1, settings.Width / settings.Heads)}");
        if (request.Saved is { } saved)
            return new FusionEncoderNetwork(ImageSide.IsIn(saved) ? ImageSide.Again(saved, request.Examples, settings) : null, Again(saved), request.Outputs, settings);
        if (request.Examples is not PairInputs pairs || !Takes.Contains(pairs.Modality)) throw request.Examples.NotTakenBy(Id, Takes);
        var numbers = settings.Vocabulary is { } path ? WordPieces.Read(path, $"vocabulary of model '{Id}'") : Counted(pairs);
        return new FusionEncoderNetwork(pairs.First is DenseInputs images ? ImageSide.Of(images, settings) : null, numbers, request.Outputs, settings);
    }

    /// <summary>What a file must carry to number words again.</summary>
    internal static KeyValuePair<string, string> SavedWords(ITextNumbers numbers) => new(numbers is WordPieces ? SavedPieces : SavedVocabulary, numbers.Write());

    private static ITextNumbers Again(IReadOnlyDictionary<string, string> saved) => saved.TryGetValue(SavedPieces, out var pieces)
        ? new WordPieces(pieces.Split('\n'), "the saved network")
        : new WordNumbers(Vocabulary.Read(saved[SavedVocabulary], WordNumbers.Reserved));

    private ITextNumbers Counted(PairInputs pairs) => new WordNumbers(Vocabulary.Build(
        new[] { pairs.First, pairs.Second }.OfType<TextInputs>().SelectMany(side => side.Texts).Select(Tokenizer.Split), settings.MinCount, settings.MaxFeatures, WordNumbers.Reserved));
}
