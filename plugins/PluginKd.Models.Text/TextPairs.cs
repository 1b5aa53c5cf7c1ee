namespace PluginKd.Models.Text;

/// <summary>What networks that take texts or pairs of texts share: where the texts are, and how two encodings become one.</summary>
internal static class TextPairs
{
    private const string SavedTakes = "takes";
    private const string SavedPairs = "pairs";

    /// <summary>What such networks take; one is made for the kind of its examples.</summary>
    public static IReadOnlyList<Modality> OrTexts { get; } = [Modality.Text, Modality.TextPair];

    /// <summary>Whether a network is to be made for pairs, from its examples or from what it saved.</summary>
    public static bool AreIn(ModelRequest request) =>
        request.Saved is { } saved ? saved.GetValueOrDefault(SavedTakes) == SavedPairs : request.Examples.Modality == Modality.TextPair;

    /// <summary>Says in what a network saves that it was made for pairs.</summary>
    public static IReadOnlyDictionary<string, string> Saved(bool ofPairs, string key, string value) => ofPairs
        ? new Dictionary<string, string> { [key] = value, [SavedTakes] = SavedPairs }
        : new Dictionary<string, string> { [key] = value };

    /// <summary>Gets every text, to count words in: of pairs all first ones, then all second ones.</summary>
    public static IEnumerable<string> AllTexts(Inputs inputs, string model) =>
        Sides(inputs, model, inputs.Modality == Modality.TextPair).SelectMany(side => side);

    /// <summary>Gets the texts, as one list, or as two of pairs.</summary>
    /// <param name="inputs">N inputs.</param>
    /// <param name="model">Id of the model, for the message.</param>
    /// <param name="ofPairs">Whether the network was made for pairs.</param>
    /// <exception cref="UserErrorException">The inputs are of another kind than the network was made for.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Sides(Inputs inputs, string model, bool ofPairs) => (inputs, ofPairs) switch
    {
        (TextInputs text, false) => [text.Texts],
        (PairInputs { First: TextInputs first, Second: TextInputs second }, true) => [first.Texts, second.Texts],
        _ => throw inputs.NotTakenBy(model, ofPairs ? Modality.TextPair : Modality.Text),
    };

    /// <summary>Brings the encodings of both texts together: <c>[a; b; |a − b|; a ∘ b]</c>.</summary>
    /// <param name="a">[N, D].</param>
    /// <param name="b">[N, D].</param>
    /// <returns>[N, 4·D].</returns>
    public static Tensor Compared(Tensor a, Tensor b) => cat([a, b, (a - b).abs(), a * b], 1);

    /// <summary>Times as wide as one encoding.</summary>
    public static int Widening(bool ofPairs) => ofPairs ? 4 : 1;
}
