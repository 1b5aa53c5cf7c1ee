namespace PluginKd.Data.Ranking;

/// <summary>Reads blocks as the SMART system's collections have them: <c>.I ID</c>, then fields, each behind a line such as <c>.T</c>.</summary>
internal static class SmartFile
{
    /// <summary>Gives id and text of each block, and where the block begins.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fields">Letters of the fields that make the text, in this order.</param>
    /// <param name="skipped">Takes blocks of which a line cannot be read.</param>
    /// <param name="cancellation">The wish to stop.</param>
    /// <exception cref="UserErrorException">Something stands before the first block or field.</exception>
    public static IEnumerable<(string Id, string Text, string Where)> Read(DataFile file, IReadOnlyList<string> fields, SkippedEntries skipped, CancellationToken cancellation)
    {
        string? id = null;
        UserErrorException? wrong = null;
        var (start, field) = (0, "");
        var parts = new Dictionary<string, List<string>>();
        foreach (var (text, line, where, problem) in file.Lines())
        {
            cancellation.ThrowIfCancellationRequested();
            if (problem is not null) wrong ??= problem;
            else if (text.StartsWith(".I ", StringComparison.Ordinal))
            {
                if (IsWhole()) yield return Block();
                (id, start, field, wrong) = (text[3..].Trim(), line, "", null);
                parts.Clear();
            }
            else if (id is not null && IsField(text))
            {
                field = text[1..].Trim();
            }
            else if (text.Trim().Length > 0)
            {
                if (field.Length == 0)
                    throw new UserErrorException(id is null ? "a text stands before the first .I" : $"a text stands in block '{id}' before its first field", "a line '.I ID', then a line such as '.W', then text",
                        where, "check data.format, or mend the file");
                if (!parts.TryGetValue(field, out var texts)) parts[field] = texts = [];
                texts.Add(text.Trim());
            }
        }

        if (IsWhole()) yield return Block();

        bool IsWhole()
        {
            if (wrong is not null) skipped.Add(wrong);
            return id is not null && wrong is null;
        }

        (string Id, string Text, string Where) Block() => (id!, string.Join(' ', fields.SelectMany(name => parts.GetValueOrDefault(name) ?? [])), $"{file.Path}:{start}");
    }

    // A letter and nothing else: a line of a text may begin with a point.
    private static bool IsField(string text) => text.Length >= 2 && text[0] == '.' && char.IsAsciiLetterUpper(text[1]) && text.AsSpan(2).Trim().Length == 0;
}
