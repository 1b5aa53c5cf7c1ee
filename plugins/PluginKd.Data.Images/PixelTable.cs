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
    /// <param name="header">Whether its first line holds headings.</param>
    /// <param name="scale">Number that pixels are divided by.</param>
    /// <param name="pixels">Where they go.</param>
    /// <param name="cancellation">The wish to stop.</param>
    public static PixelTable Read(string path, bool header, double scale, PixelStore pixels, CancellationToken cancellation)
    {
        var file = DataFile.Find(path, "data.path");
        using var csv = CsvReader.Create(file.Open(), new CsvReaderOptions
        {
            HasHeader = header,
            Separator = ',',
            TrackLineNumbers = true,
            FormatProvider = CultureInfo.InvariantCulture,
        });
        var (labels, known, lines, columns) = (new List<string>(), new Dictionary<string, string>(), new List<long>(), 0);
        while (csv.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var where = $"{file.Path}:{csv.LineNumber}";
            columns = columns == 0 ? csv.FieldCount : columns;
            if (csv.FieldCount != columns || columns < 2)
                throw new UserErrorException($"a row has {csv.FieldCount} columns",
                    columns < 2 ? "pixels and, last, a label" : $"{columns}, as the first row has", where, "mend the row");
            for (var i = 0; i < columns - 1; i++) pixels.Add((float)(Pixel(csv, i, where) / scale));
            pixels.EndRow(columns - 1);
            labels.Add(Shared(known, csv.GetString(columns - 1).Trim()));
            lines.Add(csv.LineNumber);
        }

        return new(pixels, Math.Max(0, columns - 1), labels, lines);
    }

    // A million labels are a few words again and again.
    private static string Shared(Dictionary<string, string> known, string label) => known.TryGetValue(label, out var same) ? same : known[label] = label;

    private static float Pixel(CsvReader csv, int column, string where) =>
        csv.TryParse(column, out float value) && float.IsFinite(value) ? value
            : throw new UserErrorException($"column {column + 1} holds '{csv.GetString(column)}'", "a number", where,
                "mend the row; set data.header to true when the first line holds headings");
}
