namespace PluginKd.Models.Text;

/// <summary>Numbers of words in lower case and of their spellings: 0 is padding, 1 stands for what training never saw.</summary>
/// <param name="isTagger">Whether sequences whose words have labels are read, or texts.</param>
/// <param name="words">Words by their number.</param>
/// <param name="spellings">Spellings by their number.</param>
internal sealed class SpelledWords(bool isTagger, Vocabulary words, Vocabulary spellings)
{
    /// <summary>Numbers that no word has.</summary>
    public const int Reserved = 2;

    /// <summary>Number of what training never saw.</summary>
    public const long Unknown = 1;

    private const string SavedWords = "vocabulary";
    private const string SavedSpellings = "spellings";

    /// <summary>Whether sequences whose words have labels are read.</summary>
    public bool IsTagger => isTagger;

    /// <summary>Words by their number.</summary>
    public Vocabulary Words => words;

    /// <summary>Spellings by their number.</summary>
    public Vocabulary Spellings => spellings;

    /// <summary>What a network writes down to find the same numbers again.</summary>
    public IReadOnlyDictionary<string, string> Saved { get; } = new Dictionary<string, string>
    {
        [SavedWords] = words.Write(),
        [SavedSpellings] = spellings.Write(),
        [SequenceWords.SavedKind] = SequenceWords.KindOf(isTagger),
    };

    /// <summary>Finds the numbers that a network wrote down, or counts the words of the examples.</summary>
    /// <param name="request">Examples, or what was written down.</param>
    /// <param name="minCount">Occurrences that a word needs.</param>
    /// <param name="maxFeatures">Most words, and most spellings.</param>
    /// <param name="withSpellings">Whether spellings are counted.</param>
    /// <param name="model">Name of the model, for messages.</param>
    public static SpelledWords Of(ModelRequest request, int minCount, int maxFeatures, bool withSpellings, string model)
    {
        if (request.Saved is { } saved)
            return new(SequenceWords.IsTagger(saved), Vocabulary.Read(saved[SavedWords], Reserved), Vocabulary.Read(saved[SavedSpellings], Reserved));
        var texts = SequenceWords.Of(request.Examples, model);
        return new(request.Examples is TokenInputs, Vocabulary.Build(texts.Select(text => text.Select(Spelling.Lower)), minCount, maxFeatures, Reserved),
            Vocabulary.Build(withSpellings ? texts.Select(text => text.SelectMany(Spelling.Of)) : [], 1, maxFeatures, Reserved));
    }

    /// <summary>Numbers words [N, T] and, where they are wanted, their spellings [N, T, 4].</summary>
    /// <exception cref="UserErrorException">The inputs are of another kind, or a sequence is longer.</exception>
    public IReadOnlyList<Tensor> Encode(Inputs inputs, int maxLength, bool withSpellings, string model)
    {
        var texts = SequenceWords.Of(inputs, isTagger, maxLength, model).ToList();
        var numbers = TokenRows.Stack([.. texts.Select(text => text.Select(word => words.Number(Spelling.Lower(word), Unknown)).ToArray())], model);
        if (!withSpellings) return [numbers];
        // [N, T · 4] is as [N, T, 4]; a sequence without words has one place of padding.
        var spelled = texts.Select(text => text.SelectMany(Spelling.Of).Select(spelling => spellings.Number(spelling, Unknown)).DefaultIfEmpty().ToArray());
        var rows = TokenRows.Stack([.. spelled.Select(row => row.Length >= Spelling.Count ? row : new long[Spelling.Count])], model);
        return [numbers, rows.reshape(numbers.size(0), -1, Spelling.Count)];
    }
}
