namespace PluginKd.Data.Sequences;

/// <summary>Numbers tags: O first, then by ordinal.</summary>
/// <remarks>Of every type that training has, all tags of the scheme count, since a test may well have a longer span of a type than training has.</remarks>
internal sealed class TagClasses
{
    private const int MostListed = 30;

    private readonly Dictionary<string, int> _numbers;

    /// <summary>Collects the tags of training.</summary>
    /// <param name="sequences">Tags of all training sequences.</param>
    /// <param name="scheme">Scheme of the tags.</param>
    /// <exception cref="UserErrorException">There are fewer than two.</exception>
    public TagClasses(IEnumerable<string[]> sequences, TagScheme scheme)
    {
        var tags = sequences.SelectMany(tags => tags).Distinct();
        if (scheme != TagScheme.Plain) tags = tags.Append(TagSpans.Outside).SelectMany(tag => TagWriter.Siblings(tag, scheme)).Distinct();
        Names = [.. tags.OrderBy(tag => tag != TagSpans.Outside).ThenBy(tag => tag, StringComparer.Ordinal)];
        _numbers = Names.Index().ToDictionary(tag => tag.Item, tag => tag.Index);
        if (Names.Count < 2)
            throw new UserErrorException(Names.Count == 0 ? "no training word has a tag" : $"every training word has the tag '{Names[0]}'", "at least two tags", "data.train",
                "check that the file is whole, and which column or key holds the tag");
    }

    /// <summary>The tags in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Numbers the tags of a sequence.</summary>
    /// <returns>A class for each tag, or what is wrong.</returns>
    public (int[] Labels, UserErrorException? Problem) Read(RawSequence sequence)
    {
        var tags = sequence.Tags!;
        var unknown = Array.FindIndex(tags, tag => !_numbers.ContainsKey(tag));
        if (unknown < 0) return (Array.ConvertAll(tags, tag => _numbers[tag]), null);
        var listed = string.Join(", ", Names.Take(MostListed)) + (Names.Count > MostListed ? $", … ({Names.Count} in all)" : "");
        return ([], new UserErrorException($"tag '{tags[unknown]}' of word {unknown + 1} does not occur in the training split", $"one of: {listed}", sequence.PlaceOfTag(unknown),
            "correct the tag, or add sequences with it to the training file"));
    }
}
