namespace PluginKd.Data.Translation;

/// <summary>Reads two files whose lines belong together.</summary>
/// <param name="source">File with texts.</param>
/// <param name="target">File with their translations.</param>
internal sealed class AlignedFiles(DataFile source, DataFile target)
{
    /// <summary>Gives the pairs in order, without blanks around them.</summary>
    /// <param name="split">Name of the split.</param>
    /// <param name="settings">Most characters, and what is done with a pair of which a side has more, is empty or cannot be read.</param>
    /// <param name="context">Log, the wish to stop.</param>
    /// <exception cref="UserErrorException">The files have different numbers of lines, or no pair; or a pair is refused.</exception>
    public List<TextPair> Read(string split, ParallelTextSettings settings, StageContext context)
    {
        var (pairs, skipped) = (new List<TextPair>(), new SkippedEntries(settings.OnError, $"pairs of '{split}'", context.Log));
        using var translations = target.Lines().GetEnumerator();
        foreach (var line in source.Lines())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (!translations.MoveNext()) throw Uneven();
            var (text, translation) = (line.Text.Trim(), translations.Current.Text.Trim());
            if ((line.Problem ?? translations.Current.Problem) is { } problem) skipped.Add(problem);
            else if ((Wrong(line, text, settings.MaxCharacters) ?? Wrong(translations.Current, translation, settings.MaxCharacters)) is { } wrong) skipped.Add(wrong);
            else pairs.Add(new(text, translation, $"{source.Name}:{line.Number}"));
        }

        if (translations.MoveNext()) throw Uneven();
        skipped.Report(pairs.Count);
        return pairs.Count > 0 ? pairs : throw new UserErrorException($"split '{split}' has no pair", "at least one", source.Path, "check the file, and what the log says of pairs that are left out");
    }

    private UserErrorException Uneven() => new($"{source.Lines().Count()} lines have {target.Lines().Count()} translations", "a translation in the same line as each text",
        $"{source.Path} and {target.Path}", "look where the files part, or name the right ones");

    private static UserErrorException? Wrong(TextLine line, string text, int most) => text.Length == 0 ? Empty(line)
        : text.Length > most ? new($"line {line.Number} has {text.Length} characters", $"{most} at most, as data.max-characters has it", line.Where, "cut it into sentences in both files, or raise data.max-characters")
        : null;

    private static UserErrorException Empty(TextLine line) => new($"line {line.Number} is empty", "a text and its translation in each line", line.Where, "give the text, or take the line out of both files");
}
