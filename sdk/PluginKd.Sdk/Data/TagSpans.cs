namespace PluginKd.Sdk;

/// <summary>Reads spans off tags, whatever the scheme, as conlleval reads them.</summary>
/// <remarks>
/// A tag is <c>O</c>, or a letter of B, I, E, S, a hyphen and a type. A word goes on with the span of the word before it exactly if its letter is I or E, that of the word before
/// is B or I, and both have one type; every other word with a type begins a span. So an I- without B- begins one, too, in IOB1 as it should, in other schemes as a repair.
/// A name without such a letter is a type itself, so that words of one name, side by side, are a span (IO).
/// Source: the rules of conlleval, Tjong Kim Sang and De Meulder (2003), CoNLL-2003 shared task. Departure: that program knows neither S nor names without a letter.
/// </remarks>
public static class TagSpans
{
    /// <summary>The tag of a word that belongs to no span.</summary>
    public const string Outside = "O";

    /// <summary>Gives the spans in order.</summary>
    /// <param name="tags">A tag for each word of one sequence.</param>
    public static List<TagSpan> Of(IReadOnlyList<string> tags)
    {
        var spans = new List<TagSpan>();
        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i] == Outside) continue;
            var type = TypeOf(tags[i]);
            var goesOn = i > 0 && tags[i - 1] != Outside && LetterOf(tags[i]) is 'I' or 'E' && LetterOf(tags[i - 1]) is 'B' or 'I'
                && TypeOf(tags[i - 1]) == type;
            if (goesOn) spans[^1] = spans[^1] with { End = i + 1 };
            else spans.Add(new TagSpan(type, i, i + 1));
        }

        return spans;
    }

    /// <summary>Whether a tag has a letter and a type.</summary>
    /// <param name="tag">As written.</param>
    public static bool HasLetter(string tag) => tag.Length > 2 && tag[1] == '-' && tag[0] is 'B' or 'I' or 'E' or 'S';

    /// <summary>Gives the letter of a tag that is not <see cref="Outside"/>.</summary>
    /// <param name="tag">As written.</param>
    public static char LetterOf(string tag) => HasLetter(tag) ? tag[0] : 'I';

    private static string TypeOf(string tag) => HasLetter(tag) ? tag[2..] : tag;
}
