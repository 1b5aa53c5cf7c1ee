namespace PluginKd.Data.Sequences;

/// <summary>Reads files whose lines belong together: words in one, tags in another.</summary>
internal static class ParallelFiles
{
    /// <summary>Gives the sequences in order.</summary>
    /// <param name="words">File with words.</param>
    /// <param name="tags">File with their tags, or null.</param>
    /// <exception cref="UserErrorException">One file has more lines than the other.</exception>
    public static IEnumerable<RawSequence> Read(DataFile words, DataFile? tags)
    {
        using var tagLines = tags is null ? null : FileLines.Read(tags).GetEnumerator();
        foreach (var line in FileLines.Read(words))
        {
            if (tagLines is not null && !tagLines.MoveNext()) throw Ends(tags!, words, line.Number);
            yield return (line.Problem ?? tagLines?.Current.Problem) is { } problem ? RawSequence.Bad(problem)
                : RawSequence.Of(Parts(line.Text), tagLines is null ? null : Parts(tagLines.Current.Text), $"{words.Name}:{line.Number}", (tagLines?.Current ?? line).Where);
        }

        if (tagLines?.MoveNext() == true) throw Ends(words, tags!, tagLines.Current.Number);
    }

    private static string[] Parts(string text) => text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static UserErrorException Ends(DataFile shorter, DataFile longer, int line) => new($"the file ends before line {line}, which '{longer.Path}' has",
        "as many lines in both", shorter.Path, "look where the files part, or name the right ones");
}
