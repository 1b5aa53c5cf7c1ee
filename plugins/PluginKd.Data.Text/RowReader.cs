namespace PluginKd.Data.Text;

/// <summary>A row of a file, or what is wrong with it.</summary>
/// <param name="Fields">Its columns.</param>
/// <param name="Where">File and line.</param>
/// <param name="Problem">Why it cannot be read; then there are no columns.</param>
internal readonly record struct TextRow(string[] Fields, string Where, UserErrorException? Problem = null)
{
    /// <summary>A row that cannot be read.</summary>
    public static TextRow Bad(string found, string expected, string where, string fix) => new([], where, new UserErrorException(found, expected, where, fix));
}

/// <summary>Cuts the lines of a file into rows; blank lines are passed over.</summary>
internal static class RowReader
{
    /// <summary>What a file is written in, by its name where nobody says.</summary>
    public static TextFormat FormatOf(DataFile file, TextFormat wished)
    {
        if (wished != TextFormat.Auto) return wished;
        return System.IO.Path.GetExtension(file.Name).ToLowerInvariant() switch
        {
            ".csv" => TextFormat.Csv,
            ".jsonl" or ".ndjson" or ".json" => TextFormat.JsonLines,
            _ => TextFormat.Tsv,
        };
    }

    /// <summary>Reads the rows of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">What it is written in, not auto.</param>
    /// <param name="encoding">How letters are written.</param>
    /// <param name="keys">Keys of JSON objects that are the columns, in order.</param>
    public static IEnumerable<TextRow> Read(DataFile file, TextFormat format, TextEncoding encoding, IReadOnlyList<string> keys)
    {
        var lines = file.Lines(encoding);
        return format switch
        {
            TextFormat.Csv => CsvRows.Of(lines),
            TextFormat.JsonLines => Each(lines, new JsonRow(keys).Read),
            TextFormat.LabelFirst => Each(lines, LabelFirst),
            TextFormat.Lines => Each(lines, line => new TextRow([line.Text], line.Where)),
            _ => Each(lines, line => new TextRow(line.Text.Split('\t'), line.Where)),
        };
    }

    private static IEnumerable<TextRow> Each(IEnumerable<TextLine> lines, Func<TextLine, TextRow> read) =>
        lines.Where(line => line.Problem is not null || line.Text.Length > 0).Select(line => line.Problem is null ? read(line) : new TextRow([], line.Where, line.Problem));

    private static TextRow LabelFirst(TextLine line) => line.Text.IndexOf(' ') is var at and > 0
        ? new TextRow([line.Text[..at], line.Text[(at + 1)..]], line.Where)
        : TextRow.Bad("a line has no blank", "a label, a blank, the text", line.Where, "mend the line, or name the format of the file in data.format");
}
