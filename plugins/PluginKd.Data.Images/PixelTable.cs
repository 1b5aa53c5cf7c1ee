using System.Globalization;
using CsvHelper;

namespace PluginKd.Data.Images;

/// <summary>A table with one image a row: its pixels, then its label.</summary>
/// <param name="Pixels">The rows.</param>
/// <param name="Columns">Pixels of a row.</param>
/// <param name="Labels">N labels as written.</param>
/// <param name="Lines">Lines of the rows.</param>
internal sealed record PixelTable(PixelStore Pixels, int Columns, IReadOnlyList<string> Labels, IReadOnlyList<long> Lines)
{
    /// <summary>Reads a file, packed by gzip or not, row by row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">Headings, scale, what to do with bad rows.</param>
    /// <param name="context">Where many pixels go, the log, the wish to stop.</param>
    public static PixelTable Read(string path, ImageCsvSettings settings, StageContext context)
    {
        var (pixels, skipped) = (new PixelStore(context.Files.Scratch), new SkippedEntries(settings.OnError, "rows", context.Log));
        var file = DataFile.Find(path, "data.path");
        using var csv = CsvReader.Create(file.Open(), new CsvReaderOptions
        {
            HasHeader = settings.Header,
            Separator = ',',
            TrackLineNumbers = true,
            FormatProvider = CultureInfo.InvariantCulture,
        });
        var (labels, known, lines, row) = (new List<string>(), new Dictionary<string, string>(), new List<long>(), Array.Empty<float>());
        while (csv.Read())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var where = $"{file.Path}:{csv.LineNumber}";
            if (row.Length == 0) row = csv.FieldCount > 1 ? new float[csv.FieldCount - 1] : throw new UserErrorException("a row has 1 column", "pixels and, last, a label", where, "mend the row");
            if (CopyTo(row, csv, settings.Scale, where) is { } problem)
            {
                skipped.Add(problem);
                continue;
            }

            pixels.Add(row);
            pixels.EndRow(row.Length);
            labels.Add(Shared(known, csv.GetString(row.Length).Trim()));
            lines.Add(csv.LineNumber);
        }

        skipped.Report(labels.Count);
        return new(pixels, row.Length, labels, lines);
    }

    // A million labels are a few words again and again.
    private static string Shared(Dictionary<string, string> known, string label) => known.TryGetValue(label, out var same) ? same : known[label] = label;

    private static UserErrorException? CopyTo(float[] row, CsvReader csv, double scale, string where)
    {
        if (csv.FieldCount != row.Length + 1) return new($"a row has {csv.FieldCount} columns", $"{row.Length + 1}, as the first row has", where, "mend the row");
        for (var i = 0; i < row.Length; i++)
        {
            if (!csv.TryParse(i, out float value) || !float.IsFinite(value))
                return new($"column {i + 1} holds '{csv.GetString(i)}'", "a number", where, "mend the row; set data.header to true when the first line holds headings");
            row[i] = (float)(value / scale);
        }

        return null;
    }
}
