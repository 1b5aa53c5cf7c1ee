namespace PluginKd.Data.Sequences;

/// <summary>Checks the tags of sequences against their scheme and writes them in the one that is learned.</summary>
/// <param name="scheme">Scheme of the files, not auto.</param>
/// <param name="target">Scheme that is learned.</param>
/// <param name="invalid">What is done with tags that the scheme does not allow.</param>
internal sealed class TagReader(TagScheme scheme, TagScheme target, InvalidTags invalid)
{
    /// <summary>Sequences whose tags the scheme did not allow.</summary>
    public int Repaired { get; private set; }

    /// <summary>Scheme of the tags that are given; plain when the files' or the wanted one is.</summary>
    public TagScheme Scheme { get; } = scheme == TagScheme.Plain ? scheme : target;

    /// <summary>Makes a reader for the tags of a split; finds out their scheme where no setting names it.</summary>
    /// <param name="settings">Schemes.</param>
    /// <param name="sequences">Tags of all sequences of the split.</param>
    /// <exception cref="UserErrorException">Plain tags are to be spelled otherwise.</exception>
    public static TagReader For(SequenceSettings settings, IEnumerable<IReadOnlyList<string>> sequences)
    {
        if (settings.As == TagScheme.Auto) throw new UserErrorException("'as' is auto", "iob1, iob2, iobes or plain", "data.as", "name the scheme that is to be learned");
        return new(settings.Scheme == TagScheme.Auto ? TagWriter.SchemeOf(sequences) : settings.Scheme, settings.As, settings.InvalidTags);
    }

    /// <summary>Reads the tags of a sequence.</summary>
    /// <param name="sequence">With tags as written.</param>
    /// <returns>Tags in the scheme that is learned, or what is wrong.</returns>
    public (string[] Tags, UserErrorException? Problem) Read(RawSequence sequence)
    {
        var tags = sequence.Tags!;
        if (Scheme == TagScheme.Plain) return (tags, null);
        var unknown = Array.FindIndex(tags, tag => tag != TagSpans.Outside && !TagSpans.HasLetter(tag));
        if (unknown >= 0)
            return Bad($"tag {unknown + 1} of a sequence is '{tags[unknown]}'", "O, or B-, I-, E- or S- with a type", sequence.PlaceOfTag(unknown), "correct it, or set data.scheme to plain when tags spell no spans");
        var spans = TagSpans.Of(tags);
        // Tags are as the scheme wants them exactly if their spans, written down again, are those tags.
        var again = TagWriter.Write(spans, tags.Length, scheme);
        var wrong = Enumerable.Range(0, tags.Length).FirstOrDefault(i => tags[i] != again[i], -1);
        if (wrong >= 0)
        {
            var name = scheme.ToString().ToUpperInvariant();
            if (invalid == InvalidTags.Refuse)
                return Bad($"tag {wrong + 1} of a sequence is '{tags[wrong]}'{(wrong > 0 ? $" behind '{tags[wrong - 1]}'" : "")}, where {name} has '{again[wrong]}'", $"tags as {name} has them", sequence.PlaceOfTag(wrong),
                    "correct it, name the files' scheme in data.scheme, or set data.invalid-tags to repair");
            Repaired++;
        }

        return (target == scheme ? again : TagWriter.Write(spans, tags.Length, target), null);
    }

    private static (string[] Tags, UserErrorException? Problem) Bad(string found, string expected, string where, string fix) => ([], new UserErrorException(found, expected, where, fix));
}
