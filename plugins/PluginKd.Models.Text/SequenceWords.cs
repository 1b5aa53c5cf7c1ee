namespace PluginKd.Models.Text;

/// <summary>Words of texts, and of sequences whose words have labels, for models that take both.</summary>
internal static class SequenceWords
{
    /// <summary>What a network remembers of whether it answers for texts or for words.</summary>
    public const string SavedKind = "takes";

    private const string Tokens = "tokens";

    /// <summary>Gives the words of each text, or of each sequence.</summary>
    /// <exception cref="UserErrorException">The inputs are neither.</exception>
    public static IEnumerable<IReadOnlyList<string>> Of(Inputs inputs, string model) => inputs switch
    {
        TextInputs texts => texts.Texts.Select(Tokenizer.Split),
        TokenInputs tokens => tokens.Sequences,
        _ => throw inputs.NotTakenBy(model, Modality.Text, Modality.Tokens),
    };

    /// <summary>Gives the words that a network reads of each text, or of each sequence.</summary>
    /// <param name="inputs">Of the kind that the network was made for.</param>
    /// <param name="isTagger">Whether that is sequences.</param>
    /// <param name="maxLength">Most words; more of a text are left away.</param>
    /// <param name="model">Name of the model, for messages.</param>
    /// <exception cref="UserErrorException">The inputs are of another kind, or a sequence is longer.</exception>
    public static IEnumerable<IReadOnlyList<string>> Of(Inputs inputs, bool isTagger, int maxLength, string model)
    {
        RequireKind(inputs, isTagger, model);
        return Of(inputs, model).Select((words, i) => words.Count <= maxLength ? words
            : isTagger ? throw TooLong(i, words.Count, $"{words.Count} words", maxLength, model)
            : (IReadOnlyList<string>)[.. words.Take(maxLength)]);
    }

    /// <summary>Says that inputs are of another kind than a network was made for.</summary>
    public static void RequireKind(Inputs inputs, bool isTagger, string model)
    {
        if (inputs.Modality is not (Modality.Text or Modality.Tokens)) throw inputs.NotTakenBy(model, Modality.Text, Modality.Tokens);
        if (inputs is TokenInputs != isTagger) throw inputs.NotTakenBy(model, isTagger ? Modality.Tokens : Modality.Text);
    }

    /// <summary>Says that a sequence does not fit: each of its words has a label, so none is cut off.</summary>
    public static UserErrorException TooLong(int position, int needed, string what, int maxLength, string model) =>
        new($"sequence {position + 1} has {what}", $"{maxLength} at most: each word needs an answer, so none is cut off", $"max-length of model '{model}'", $"set max-length to {needed} or more, or cut long sequences in two");

    /// <summary>Reads what <see cref="KindOf"/> wrote.</summary>
    public static bool IsTagger(IReadOnlyDictionary<string, string> saved) => saved.GetValueOrDefault(SavedKind) == Tokens;

    /// <summary>Writes down what a network answers for.</summary>
    public static string KindOf(bool isTagger) => isTagger ? Tokens : "text";
}
