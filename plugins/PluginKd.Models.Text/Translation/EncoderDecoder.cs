using PluginKd.Pieces;

namespace PluginKd.Models.Text;

/// <summary>A transformer that reads a text and writes its translation: an encoder, and a decoder that sees the text and the pieces so far.</summary>
/// <remarks>
/// <para>Encoder: layers <c>x ← x + A(LN(x))</c>, <c>x ← x + W₂·gelu(W₁·LN(x))</c>, then m = LN(x). Decoder: <c>y ← y + A(LN(y), up to here)</c>, <c>y ← y + A(LN(y), m)</c>, <c>y ← y + W₂·gelu(W₁·LN(y))</c>, then
/// <c>z = W·LN(y) + b</c> at each place; A is <c>softmax(Q·Kᵀ ÷ √d)·V</c> for each head. Embeddings are scaled by √D; positions are sines and cosines, so that no length is too long.</para>
/// <para>Row t of the logits [N, T, C] is the answer for piece t, from the text and the pieces before t. The decoder's own mark stands before the first.</para>
/// <para>Signals: <c>hidden.0</c> (embeddings) to <c>hidden.L</c> (m) of the encoder and <c>attention.k</c>, as of text-transformer; <c>decoder-hidden.0</c> to <c>decoder-hidden.L</c> [N, T, D], the last behind its norm; zero at padding.</para>
/// <para>Writes greedily or with beams, each layer's keys and values kept (<see cref="BeamSearch"/>).</para>
/// <para>Source: Vaswani et al. (2017), arXiv:1706.03762, section 3. Departures: layers are normalised before each part and once at the end (Xiong et al. 2020, arXiv:2002.04745), GELU, and three tables of their own for text, translation
/// and output.</para>
/// </remarks>
/// <param name="settings">Pieces and size.</param>
[KdPlugin("encoder-decoder", Settings = typeof(EncoderDecoderSettings))]
public sealed class EncoderDecoder(EncoderDecoderSettings settings) : IModel
{
    /// <summary>Name for messages.</summary>
    internal const string Id = "encoder-decoder";

    private const string SavedTexts = "text-pieces";
    private const string SavedTranslations = "translation-pieces";

    /// <inheritdoc />
    public IReadOnlyList<Modality> Takes { get; } = [Modality.Translation];

    /// <inheritdoc />
    public IReadOnlyList<string> Signals =>
    [
        SignalNames.Logits, .. LayerSignals.Names(settings.Layers),
        .. Enumerable.Range(0, settings.DecoderLayers + 1).Select(EncoderDecoderNetwork.DecoderHidden),
    ];

    /// <inheritdoc />
    public Network Create(ModelRequest request)
    {
        if (settings.Width % settings.Heads != 0)
            throw new UserErrorException($"{settings.Heads} heads cannot share a width of {settings.Width}", "a width that is a multiple of the heads", $"width and heads of model '{Id}'",
                $"set width to {settings.Heads * Math.Max(1, settings.Width / settings.Heads)}");
        var (texts, translations) = request.Saved is { } saved
            ? (BytePairs.Read(saved[SavedTexts]), Vocabulary.Read(saved[SavedTranslations], EncoderDecoderNetwork.Reserved))
            : Learned(EncoderDecoderNetwork.Sides(request.Examples));
        return new EncoderDecoderNetwork(new PieceNumbers(texts), translations, request.Outputs, settings,
            new Dictionary<string, string> { [SavedTexts] = texts.Write(), [SavedTranslations] = translations.Write() });
    }

    private (BytePairs Texts, Vocabulary Translations) Learned((IReadOnlyList<string> Texts, IReadOnlyList<string[]> Pieces) sides) =>
    (
        PairLearner.Learn(sides.Texts, settings.Pieces, settings.MinCount, $"pieces of model '{Id}'"),
        Vocabulary.Build(sides.Pieces, 1, Vocabulary.MostCounted, EncoderDecoderNetwork.Reserved)
    );
}
