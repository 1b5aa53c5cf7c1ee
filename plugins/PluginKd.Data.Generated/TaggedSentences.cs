namespace PluginKd.Data.Generated;

/// <summary>Who says which tag a word has.</summary>
internal enum TagsOf
{
    /// <summary>Who wrote the sentence.</summary>
    Truth,

    /// <summary>The list of names.</summary>
    List,

    /// <summary>Nobody: words have no tags.</summary>
    Nobody,
}

/// <summary>Writes splits of sentences and never the same sentence twice.</summary>
internal sealed class TaggedSentences(Grammar grammar, NameBook names, StageContext context)
{
    // Far more than a grammar with room for the sentences ever needs; without it a request for too many would never end.
    private const int Attempts = 1000;

    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private long _count;

    /// <summary>Tags in order: O, then by ordinal.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["O", .. NameBook.Types.Select(type => $"B-{type}"), .. NameBook.Types.Select(type => $"I-{type}")];

    /// <summary>Writes one split.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="role">Its role.</param>
    /// <param name="count">Sentences.</param>
    /// <param name="tags">Whose tags they have.</param>
    /// <param name="hasNewNames">Whether names occur that training does not have.</param>
    public Split Write(string name, SplitRole role, int count, TagsOf tags, bool hasNewNames)
    {
        var (random, words, labels) = (context.Random(name), new string[count][], new int[count][]);
        for (var i = 0; i < count; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            (words[i], labels[i]) = New(i, hasNewNames, random);
            if (tags == TagsOf.List) labels[i] = Listed(words[i]);
            if (tags == TagsOf.Nobody) Array.Fill(labels[i], Split.Unlabelled);
        }

        var indices = new long[count];
        for (var i = 0; i < count; i++) indices[i] = _count++;
        return new Split(name, role, new TokenInputs(words), null, indices) { TokenLabels = new TokenLabels(labels) };
    }

    private (string[] Words, int[] Labels) New(int written, bool hasNewNames, SeededRandom random)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (words, labels) = Sentence(hasNewNames, random);
            if (_written.Add(string.Join(' ', words))) return (words, labels);
        }

        throw new UserErrorException($"after {written} sentences of its split the grammar has hardly a new one", "fewer sentences", "data", "lower the counts");
    }

    private (string[] Words, int[] Labels) Sentence(bool hasNewNames, SeededRandom random)
    {
        var (words, labels) = (new List<string>(), new List<int>());
        // The grammar puts signs at the word before them; here they are words of their own.
        var text = grammar.Expand("sentence", isPositive: true, "", random).Replace(".", " .", StringComparison.Ordinal).Replace(",", " ,", StringComparison.Ordinal);
        foreach (var part in text.Split(' '))
        {
            if (part[0] != '<') Add(words.Count == 0 ? char.ToUpperInvariant(part[0]) + part[1..] : part, 0);
            else
            {
                var type = part[1..^1];
                var name = names.Draw(type, hasNewNames, random);
                for (var i = 0; i < name.Length; i++) Add(name[i], Tag(type, isFirst: i == 0));
            }
        }

        return ([.. words], [.. labels]);

        void Add(string word, int label)
        {
            if (!_words.TryGetValue(word, out var known)) _words[word] = known = word;
            words.Add(known);
            labels.Add(label);
        }
    }

    private int[] Listed(string[] words)
    {
        var labels = new int[words.Length];
        for (var start = 0; start < words.Length;)
        {
            var length = Math.Min(NameBook.LongestName, words.Length - start);
            string? type = null;
            while (length > 0 && (type = names.Find(string.Join(' ', words, start, length))) is null) length--;
            for (var i = 0; i < length; i++) labels[start + i] = Tag(type!, isFirst: i == 0);
            start += Math.Max(1, length);
        }

        return labels;
    }

    private static int Tag(string type, bool isFirst) => 1 + (isFirst ? 0 : NameBook.Types.Count) + NameBook.Types.ToList().IndexOf(type);
}
