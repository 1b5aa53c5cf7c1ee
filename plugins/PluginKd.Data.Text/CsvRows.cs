using System.Globalization;
using System.Text;
using CsvHelper;

namespace PluginKd.Data.Text;

/// <summary>Cuts lines into columns between commas, as RFC 4180 writes them; a record goes on over line ends inside quotes.</summary>
internal static class CsvRows
{
    /// <summary>Gives the rows. Of a record that cannot be read the first line is one, and the next line starts anew: a quote that nobody closed spoils no more than its line.</summary>
    public static IEnumerable<TextRow> Of(IEnumerable<TextLine> lines)
    {
        using var source = lines.GetEnumerator();
        // The next line on top, so that putting a few back costs no more where many wait.
        var waiting = new Stack<TextLine>();
        while (Next(source, waiting, out var first))
        {
            if (first.Problem is not null) yield return new TextRow([], first.Where, first.Problem);
            else if (first.Text.Length > 0) yield return Record(first, source, waiting);
        }
    }

    private static bool Next(IEnumerator<TextLine> source, Stack<TextLine> waiting, out TextLine line)
    {
        if (waiting.TryPop(out line)) return true;
        if (!source.MoveNext()) return false;
        line = source.Current;
        return true;
    }

    private static TextRow Record(TextLine first, IEnumerator<TextLine> source, Stack<TextLine> waiting)
    {
        var (text, isOpen, further) = (new StringBuilder(first.Text), HasOpenQuote(first.Text), new List<TextLine>());
        while (isOpen && text.Length < TextLine.MostBytes && Next(source, waiting, out var line))
        {
            further.Add(line);
            if (line.Problem is not null) break;
            text.Append('\n').Append(line.Text);
            isOpen ^= HasOpenQuote(line.Text);
        }

        if (!isOpen && Fields(text.ToString()) is { } fields) return new TextRow(fields, first.Where);
        for (var i = further.Count - 1; i >= 0; i--) waiting.Push(further[i]);
        return TextRow.Bad(isOpen ? "a quote is opened and never closed" : "a quote stands inside a column that is not quoted", "quotes around whole columns, and \"\" for a quote inside", first.Where,
            "mend the quotes; where quotes mean nothing, columns want tabs between them: data.format tsv");
    }

    private static bool HasOpenQuote(string line) => line.AsSpan().Count('"') % 2 == 1;

    private static string[]? Fields(string record)
    {
        var isBad = false;
        using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(record), new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            MaxRecordSize = 4 * TextLine.MostBytes,
            FormatProvider = CultureInfo.InvariantCulture,
            OnMalformedRecord = _ => isBad = true,
        });
        return csv.Read() && !isBad ? [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)] : null;
    }
}
