namespace PluginKd.Data.Images;

/// <summary>A caption as read.</summary>
/// <param name="Id">Its image's name, <c>#</c>, its number.</param>
/// <param name="Text">What it says.</param>
internal sealed record Caption(string Id, string Text);

/// <summary>Reads captions, one a line: the image's name, <c>#</c>, the caption's number, a tab, the text.</summary>
/// <remarks>Source of the format: Hodosh, Young and Hockenmaier (2013), the file of Flickr8k's captions.</remarks>
internal static class CaptionFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="skipped">Takes lines that cannot be used.</param>
    /// <param name="cancellation">The wish to stop.</param>
    /// <returns>The captions of each image, in the order of the file.</returns>
    /// <exception cref="UserErrorException">No line can be used.</exception>
    public static Dictionary<string, List<Caption>> Read(DataFile file, SkippedEntries skipped, CancellationToken cancellation)
    {
        var (captions, known) = (new Dictionary<string, List<Caption>>(), new HashSet<string>());
        foreach (var line in file.Lines(TextEncoding.Utf8))
        {
            cancellation.ThrowIfCancellationRequested();
            if (line.Problem is { } problem) skipped.Add(problem);
            if (string.IsNullOrWhiteSpace(line.Text) || Parse(line.Text, line.Where, known, skipped) is not var (image, caption)) continue;
            if (!captions.TryGetValue(image, out var own)) captions[image] = own = [];
            own.Add(caption);
        }

        return captions.Count > 0 ? captions : throw new UserErrorException("the file holds no caption", "lines of a name, #, a number, a tab and a text", file.Path, "correct data.captions");
    }

    private static (string Image, Caption Caption)? Parse(string line, string where, HashSet<string> known, SkippedEntries skipped)
    {
        var tab = line.IndexOf('\t');
        var id = tab < 0 ? "" : line[..tab].Trim();
        var mark = id.LastIndexOf('#');
        if (mark < 1 || mark == id.Length - 1 || !id.AsSpan(mark + 1).TrimStart("0123456789").IsEmpty) return Meet(Wrong("the line is no caption", "NAME#NUMBER, a tab, a text"));
        var text = line[(tab + 1)..].Trim();
        if (text.Length == 0) return Meet(Wrong($"caption '{id}' is empty", "a text behind the tab"));
        if (!known.Add(id)) return Meet(Wrong($"caption '{id}' stands further up, too", "a number of its own for each caption of an image"));
        return (id[..mark], new(id, text));

        UserErrorException Wrong(string found, string expected) => new(found, expected, where, "mend the line");
        (string, Caption)? Meet(UserErrorException problem)
        {
            skipped.Add(problem);
            return null;
        }
    }
}
