namespace PluginKd.Models.Text;

/// <summary>Class scores of each word of a sequence, linear in what the word and its neighbours are: a baseline for taggers.</summary>
/// <remarks>
/// <para>Formula: <c>z[t] = b + Σo W_o[word t + o] + Σs S_o[spelling s of word t + o]</c>, o from −window to window. Words are looked up in lower case; their first and last letters
/// and their shape (capitals, small letters, digits) have weights of their own. Beyond the ends of a sequence nothing is added. All weights are zero at first.</para>
/// <para>There is no paper to depart from: it is logistic regression on features that taggers have long used.</para>
/// </remarks>
/// <param name="settings">Words and neighbours.</param>
[KdPlugin("word-window", Settings = typeof(WordWindowSettings))]
public sealed class WordWindow(WordWindowSettings settings) : IModel
{
    /// <summary>Name for messages.</summary>
    internal const string Id = "word-window";

    /// <inheritdoc />
    public IReadOnlyList<Modality> Takes { get; } = [Modality.Tokens];

    /// <inheritdoc />
    public IReadOnlyList<string> Signals { get; } = [SignalNames.Logits];

    /// <inheritdoc />
    public Network Create(ModelRequest request)
    {
        if (request.Saved is null && request.Examples is not TokenInputs) throw request.Examples.NotTakenBy(Id, Modality.Tokens);
        return new WordWindowNetwork(SpelledWords.Of(request, settings.MinCount, settings.MaxFeatures, settings.Spelling, Id), request.Outputs, settings);
    }
}
