namespace PluginKd.Models.Text;

/// <summary>A bag of word n-grams: the mean of their embeddings, hidden layers if wanted, class scores.</summary>
/// <remarks>
/// Formula: <c>z = W·f(mean over the terms t of a text of E[t]) + b</c>. A term is a run of 1 to n words; terms that training never saw are left
/// out; a text without any has the mean 0. Of pairs both means a and b come from the same E, and <c>z = W·f([a; b; |a − b|; a ∘ b]) + b</c>. Source: deep averaging networks, Iyyer et al. (2015), and fastText, Joulin et al. (2017),
/// arXiv:1607.01759; the features of pairs as in Mou et al. (2016), arXiv:1512.08422, section 3.3, and Conneau et al. (2017), arXiv:1705.02364,
/// section 3.1. Departure: no words are dropped, and n-grams have rows of their own instead of hashed ones.
/// </remarks>
/// <param name="settings">Terms and size.</param>
[KdPlugin("ngram", Settings = typeof(NgramSettings))]
public sealed class Ngram(NgramSettings settings) : IModel
{
    private const string SavedVocabulary = "vocabulary";

    /// <inheritdoc />
    public IReadOnlyList<Modality> Takes => TextPairs.OrTexts;

    /// <inheritdoc />
    public IReadOnlyList<string> Signals { get; } = [SignalNames.Logits, SignalNames.Embedding];

    /// <inheritdoc />
    public Network Create(ModelRequest request)
    {
        if (settings.Hidden.Any(width => width < 1))
            throw new UserErrorException("a hidden layer has a width below 1", "widths of 1 or more", "hidden of model 'ngram'", "correct the list");
        var ofPairs = TextPairs.AreIn(request);
        var vocabulary = request.Saved is { } saved
            ? Vocabulary.Read(saved[SavedVocabulary], NgramNetwork.Reserved)
            : Vocabulary.Build(TextPairs.AllTexts(request.Examples, "ngram").Select(text => NgramNetwork.Terms(text, settings.Ngram, settings.MaxLength)),
                settings.MinCount, settings.MaxFeatures, NgramNetwork.Reserved);
        var network = new NgramNetwork(vocabulary, request.Outputs, settings, ofPairs, TextPairs.Saved(ofPairs, SavedVocabulary, vocabulary.Write()));
        if (request.Saved is null) network.TakeVectors();
        return network;
    }
}
