using System.Globalization;
using CsvHelper;

namespace PluginKd.Data.Images;

/// <summary>A table with one image a row: its pixels, then its label.</summary>
/// <param name="Pixels">All rows one after another, as written.</param>
/// <param name="Labels">N labels as written.</param>
/// <param name="Lines">Lines of the rows.</param>
internal sealed record PixelTable(IReadOnlyList<float> Pixels, IReadOnlyList<string> Labels, IReadOnlyList<long> Lines)
{
    /// <summary>Reads a file, packed by gzip or not.</summary>
    public static PixelTable Read(string path, bool header, CancellationToken cancellation)
    {
        var file = DataFile.Find(path, "data.path");
        using var csv = CsvReader.Create(file.Open(), new CsvReaderOptions
        {
            HasHeader = header,
            Separator = ',',
            TrackLineNumbers = true,
            FormatProvider = CultureInfo.InvariantCulture,
        });
        var (pixels, labels, lines, columns) = (new List<float>(), new List<string>(), new List<long>(), 0);
        while (csv.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var where = $"{file.Path}:{csv.LineNumber}";
            columns = columns == 0 ? csv.FieldCount : columns;
            if (csv.FieldCount != columns || columns < 2)
                throw new UserErrorException($"a row has {csv.FieldCount} columns",
                    columns < 2 ? "pixels and, last, a label" : $"{columns}, as the first row has", where, "mend the row");
            for (var i = 0; i < columns - 1; i++) pixels.Add(Pixel(csv, i, where));
            labels.Add(csv.GetString(columns - 1).Trim());
            lines.Add(csv.LineNumber);
        }

        return new(pixels, labels, lines);
    }

    private static float Pixel(CsvReader csv, int column, string where) =>
        csv.TryParse(column, out float value) && float.IsFinite(value) ? value
            : throw new UserErrorException($"column {column + 1} holds '{csv.GetString(column)}'", "a number", where,
                "mend the row; set data.header to true when the first line holds headings");
}
