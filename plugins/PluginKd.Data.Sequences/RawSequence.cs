namespace PluginKd.Data.Sequences;

/// <summary>A sequence as a file has it, or what is wrong with it.</summary>
/// <param name="Words">At least one word where there is no problem.</param>
/// <param name="Tags">A tag for each word, as written; null where tags are not read.</param>
/// <param name="Id">File and line.</param>
/// <param name="Where">Path and line.</param>
internal sealed record RawSequence(string[] Words, string[]? Tags, string Id, string Where)
{
    /// <summary>Why it cannot be read.</summary>
    public UserErrorException? Problem { get; init; }

    /// <summary>Line of the first word, where each word has a line with columns; else 0.</summary>
    public int FirstLine { get; init; }

    /// <summary>Column of the tags in such lines, from 1.</summary>
    public int TagColumn { get; init; }

    /// <summary>Names the place of a tag as nearly as it is known: path, line and column.</summary>
    /// <param name="word">Position of its word, from 0.</param>
    public string PlaceOfTag(int word) => FirstLine == 0 ? Where : $"{Where[..Where.LastIndexOf(':')]}:{FirstLine + word}:{TagColumn}";

    /// <summary>Makes one that cannot be read.</summary>
    public static RawSequence Bad(string found, string expected, string where, string fix) => Bad(new UserErrorException(found, expected, where, fix));

    /// <summary>Makes one that cannot be read.</summary>
    public static RawSequence Bad(UserErrorException problem) => new([], null, "", problem.Where) { Problem = problem };

    /// <summary>Makes one, and looks whether each word is one.</summary>
    public static RawSequence Of(string[] words, string[]? tags, string id, string where)
    {
        if (words.Length == 0) return Bad("a sequence has no words", "at least one", where, "give the words, or take the sequence out");
        if (tags is not null && tags.Length != words.Length)
            return Bad($"{words.Length} words have {tags.Length} tags", "a tag for each word", where, "mend the sequence; look whether a word holds a blank");
        var wrong = Array.FindIndex(words, word => string.IsNullOrWhiteSpace(word) || word.AsSpan().IndexOfAny('\n', '\r') >= 0);
        return wrong < 0 ? new RawSequence(words, tags, id, where)
            : Bad($"word {wrong + 1} of a sequence is empty or holds a line break", "letters, digits or signs", where, "mend the word, or take it and its tag out");
    }
}
