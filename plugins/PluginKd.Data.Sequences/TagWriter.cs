namespace PluginKd.Data.Sequences;

/// <summary>Finds out the scheme of tags, and writes spans down in one.</summary>
internal static class TagWriter
{
    /// <summary>Finds out the scheme: of E- or S- IOBES; of none of the letters, and no O, plain; else IOB1 where I- begins spans and B- stands only behind a span of its type; else IOB2.</summary>
    /// <param name="sequences">Tags of all sequences of a split.</param>
    public static TagScheme SchemeOf(IEnumerable<IReadOnlyList<string>> sequences)
    {
        var (any, hasSpans, innerBegins, firstBegins) = (false, false, false, false);
        foreach (var tags in sequences)
        {
            for (var i = 0; i < tags.Count; i++)
            {
                any = true;
                hasSpans |= tags[i] == TagSpans.Outside || TagSpans.HasLetter(tags[i]);
                if (!TagSpans.HasLetter(tags[i])) continue;
                if (tags[i][0] is 'E' or 'S') return TagScheme.Iobes;
                var followsItsType = i > 0 && TagSpans.HasLetter(tags[i - 1]) && tags[i - 1].AsSpan(1).SequenceEqual(tags[i].AsSpan(1));
                if (tags[i][0] == 'B') firstBegins |= !followsItsType;
                else innerBegins |= !followsItsType;
            }
        }

        return any && !hasSpans ? TagScheme.Plain : innerBegins && !firstBegins ? TagScheme.Iob1 : TagScheme.Iob2;
    }

    /// <summary>Writes spans down.</summary>
    /// <param name="spans">In order, none overlapping another.</param>
    /// <param name="count">Words.</param>
    /// <param name="scheme">Any but auto and plain.</param>
    public static string[] Write(IReadOnlyList<TagSpan> spans, int count, TagScheme scheme)
    {
        var tags = new string[count];
        Array.Fill(tags, TagSpans.Outside);
        for (var s = 0; s < spans.Count; s++)
        {
            var (type, start, end) = spans[s];
            var followsItsType = s > 0 && spans[s - 1].End == start && spans[s - 1].Type == type;
            for (var i = start; i < end; i++) tags[i] = $"{Letter(scheme, i == start, i == end - 1, followsItsType)}-{type}";
        }

        return tags;
    }

    /// <summary>Gives all tags of a tag's type that a scheme has.</summary>
    public static IEnumerable<string> Siblings(string tag, TagScheme scheme) =>
        tag == TagSpans.Outside ? [tag] : (scheme == TagScheme.Iobes ? "BIES" : "BI").Select(letter => $"{letter}-{tag[2..]}");

    private static char Letter(TagScheme scheme, bool isFirst, bool isLast, bool followsItsType) => scheme switch
    {
        TagScheme.Iob1 => isFirst && followsItsType ? 'B' : 'I',
        TagScheme.Iob2 => isFirst ? 'B' : 'I',
        TagScheme.Iobes => (isFirst, isLast) switch { (true, true) => 'S', (true, false) => 'B', (false, true) => 'E', _ => 'I' },
        _ => throw new ArgumentOutOfRangeException(nameof(scheme), scheme, "a scheme that spells spans is needed"),
    };
}
