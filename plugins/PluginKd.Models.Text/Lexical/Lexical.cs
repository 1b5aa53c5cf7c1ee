namespace PluginKd.Models.Text;

/// <summary>Compares two texts by the words that they share, and nothing else: what a trained model of pairs has to beat.</summary>
/// <remarks>
/// <para>Formula: <c>z = W·x + b</c>, with three features x of a pair, 0 to 1 each: share of the first text's different words that the second has; the same with each word t weighed by
/// <c>idf(t) = ln(1 + (N − n + ½)/(n + ½))</c>; and BM25 of the second for the first, <c>Σ over the words t of the first, each as often as it occurs, of idf(t)·f·(k₁ + 1) / (f + k₁·(1 − b + b·l/m))</c>, over
/// its bound <c>Σ idf(t)·(k₁ + 1)</c>. f: how often t is in the second text, l its words, m their mean; n of the N different second texts of training have t. Words are in lower case, signs left out. At the start
/// every feature speaks alike for the later classes: the rows of W are evenly spaced from −1 to 1, b = 0.</para>
/// <para>Source: word counts as in Yang, Yih and Meek (2015), WikiQA, section 4; BM25: Robertson and Zaragoza (2009), DOI 10.1561/1500000019. Departures: no stop words, no stemming; the features are
/// weighed by a linear layer that is trained like any network.</para>
/// </remarks>
/// <param name="settings">How common words are weighed.</param>
[KdPlugin("lexical", Settings = typeof(LexicalSettings))]
public sealed class Lexical(LexicalSettings settings) : IModel
{
    private const string SavedRarity = "rarity";

    /// <inheritdoc />
    public IReadOnlyList<Modality> Takes { get; } = [Modality.TextPair];

    /// <inheritdoc />
    public IReadOnlyList<string> Signals { get; } = [SignalNames.Logits, SignalNames.Embedding];

    /// <inheritdoc />
    public Network Create(ModelRequest request) => new LexicalNetwork(
        request.Saved is { } saved ? WordRarity.Read(saved[SavedRarity]) : WordRarity.Of(TextPairs.Sides(request.Examples, LexicalNetwork.Id, ofPairs: true)[1], settings.MaxFeatures),
        request.Outputs, settings, SavedRarity);
}
