namespace PluginKd.Models.Text;

/// <summary>A convolutional network on words: windows of several lengths, the strongest answer of each feature, class scores.</summary>
/// <remarks>
/// Formula: <c>z = W·[max over positions of relu(conv_w(E[words]))] for all window lengths w + b</c>. Source: Kim (2014), arXiv:1408.5882,
/// CNN-rand. Of pairs both texts go through the same layers, which gives a and b, and <c>z = W·[a; b; |a − b|; a ∘ b] + b</c>, as in Mou et al. (2016),
/// arXiv:1512.08422, section 3.3. Departures: no limit on the norm of the last weights, smaller first embeddings, dropout of embeddings if wanted; the answer does
/// not depend on padding: windows that begin behind the last word are left out.
/// </remarks>
/// <param name="settings">Words and size.</param>
[KdPlugin("text-cnn", Settings = typeof(TextCnnSettings))]
public sealed class TextCnn(TextCnnSettings settings) : IModel
{
    private const string SavedVocabulary = "vocabulary";

    /// <inheritdoc />
    public IReadOnlyList<Modality> Takes => TextPairs.OrTexts;

    /// <inheritdoc />
    public IReadOnlyList<string> Signals { get; } = [SignalNames.Logits, SignalNames.Embedding];

    /// <inheritdoc />
    public Network Create(ModelRequest request)
    {
        if (settings.Windows.Count == 0 || settings.Windows.Any(window => window < 1))
            throw new UserErrorException("model 'text-cnn' has no windows, or one below 1 word", "at least one length of 1 or more",
                "windows of model 'text-cnn'", "correct the list");
        var ofPairs = TextPairs.AreIn(request);
        var vocabulary = request.Saved is { } saved
            ? Vocabulary.Read(saved[SavedVocabulary], TextCnnNetwork.Reserved)
            : Vocabulary.Build(TextPairs.AllTexts(request.Examples, "text-cnn").Select(Tokenizer.Split),
                settings.MinCount, settings.MaxFeatures, TextCnnNetwork.Reserved);
        var network = new TextCnnNetwork(vocabulary, request.Outputs, settings, ofPairs, TextPairs.Saved(ofPairs, SavedVocabulary, vocabulary.Write()));
        if (request.Saved is null) network.TakeVectors();
        return network;
    }
}
