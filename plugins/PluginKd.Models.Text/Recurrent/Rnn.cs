namespace PluginKd.Models.Text;

/// <summary>A recurrent network on words, LSTM or GRU, from both ends or one: class scores of a text, or of each word.</summary>
/// <remarks>
/// <para>Formula of GRU: <c>r = σ(W_r·[x, h])</c>, <c>u = σ(W_u·[x, h])</c>, <c>n = tanh(W_n·x + r ∘ (U_n·h + b))</c>, <c>h ← (1 − u) ∘ n + u ∘ h</c>. Of LSTM: <c>i, f, o = σ(W·[x, h])</c>,
/// <c>g = tanh(W_g·[x, h])</c>, <c>c ← f ∘ c + i ∘ g</c>, <c>h ← o ∘ tanh(c)</c>. <c>x = [E[word], Σ S[spelling]]</c>; <c>z = W·h_t + b</c> for word t, or of the pooled h for a text.</para>
/// <para>Words are looked up in lower case; their first and last letters and their shape (capitals, small letters, digits) have embeddings of their own, which say something of words that training
/// never saw.</para>
/// <para>Source: Hochreiter and Schmidhuber (1997) with the forget gate of Gers et al. (2000); Cho et al. (2014), arXiv:1406.1078; Schuster and Paliwal (1997) for two directions; Huang, Xu and Yu
/// (2015), arXiv:1508.01991, for taggers with features of spelling. Departures: no conditional random field, each word is classified by itself.</para>
/// </remarks>
/// <param name="settings">Words and size.</param>
[KdPlugin("rnn", Settings = typeof(RnnSettings))]
public sealed class Rnn(RnnSettings settings) : IModel
{
    /// <summary>Name for messages.</summary>
    internal const string Id = "rnn";

    /// <inheritdoc />
    public IReadOnlyList<Modality> Takes { get; } = [Modality.Text, Modality.Tokens];

    /// <inheritdoc />
    public IReadOnlyList<string> Signals { get; } = [SignalNames.Logits, SignalNames.Embedding];

    /// <inheritdoc />
    public Network Create(ModelRequest request)
    {
        var network = new RnnNetwork(SpelledWords.Of(request, settings.MinCount, settings.MaxFeatures, settings.SpellingWidth > 0, Id), request.Outputs, settings);
        if (request.Saved is null) network.TakeVectors();
        return network;
    }
}
