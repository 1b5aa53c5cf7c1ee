using System.Globalization;
using System.Text;
using CsvHelper;

namespace PluginKd.Data.Images;

/// <summary>A table with one image a row: its pixels, then its label.</summary>
/// <param name="Pixels">The rows.</param>
/// <param name="Columns">Pixels of a row.</param>
/// <param name="Labels">N labels as written.</param>
/// <param name="Lines">Lines of the rows.</param>
internal sealed record PixelTable(RowStore Pixels, int Columns, IReadOnlyList<string> Labels, IReadOnlyList<long> Lines)
{
    private const int LongestShown = 60;

    /// <summary>Reads a file, packed by gzip or not, row by row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">Headings, scale, what to do with bad rows.</param>
    /// <param name="context">Where many pixels go, the log, the wish to stop.</param>
    public static PixelTable Read(string path, ImageCsvSettings settings, StageContext context)
    {
        var (pixels, skipped) = (new RowStore(context.Files.Scratch), new SkippedEntries(settings.OnError, "rows", context.Log));
        var file = DataFile.Find(path, "data.path");
        var (labels, known, lines, row, isHeading) = (new List<string>(), new Dictionary<string, string>(), new List<long>(), Array.Empty<float>(), settings.Header);
        // Line by line, so that a quote that nobody closed, or a broken letter, spoils no more than its line.
        foreach (var line in file.Lines())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (line.Problem is null && line.Text.Length == 0) continue;
            if (isHeading)
            {
                isHeading = line.Problem is null ? false : throw line.Problem;
                continue;
            }

            var fields = line.Problem is null ? Fields(line.Text) : [];
            if (row.Length == 0 && fields?.Length > 0) row = fields.Length > 1 ? new float[fields.Length - 1] : throw new UserErrorException("a row has 1 column", "pixels and, last, a label", line.Where, "mend the row");
            if ((line.Problem ?? (fields is null ? Misquoted(line.Where) : CopyTo(row, fields, settings.Scale, line.Where))) is { } problem)
            {
                skipped.Add(problem);
                continue;
            }

            pixels.Add(row);
            pixels.EndRow(row.Length);
            labels.Add(Shared(known, fields![^1].Trim()));
            lines.Add(line.Number);
        }

        skipped.Report(labels.Count);
        return new(pixels, row.Length, labels, lines);
    }

    private static UserErrorException Misquoted(string where) => new("a quote stands where none belongs, or is never closed", "quotes around whole columns of one line", where, "mend the quotes");

    // A million labels are a few words again and again.
    private static string Shared(Dictionary<string, string> known, string label) => known.TryGetValue(label, out var same) ? same : known[label] = label;

    private static UserErrorException? CopyTo(float[] row, string[] fields, double scale, string where)
    {
        if (fields.Length != row.Length + 1) return new($"a row has {fields.Length} columns", $"{row.Length + 1}, as the first row has", where, "mend the row");
        for (var i = 0; i < row.Length; i++)
        {
            if (!float.TryParse(fields[i], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !float.IsFinite(value))
                return new($"column {i + 1} holds '{Short(fields[i])}'", "a number", where, "mend the row; set data.header to true when the first line holds headings");
            row[i] = (float)(value / scale);
        }

        return null;
    }

    // Null where a quote is opened and not closed, or stands inside a column.
    private static string[]? Fields(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line.Split(',');
        var isBad = line.AsSpan().Count('"') % 2 == 1;
        using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(line), new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            FormatProvider = CultureInfo.InvariantCulture,
            OnMalformedRecord = _ => isBad = true,
        });
        return !isBad && csv.Read() && !isBad ? [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)] : null;
    }

    private static string Short(string field) => field.Length <= LongestShown ? field : field[..LongestShown] + "…";
}
