using System.Text;

namespace PluginKd.Teachers;

/// <summary>Reads lines of fields: with tabs between them as they stand, with commas as RFC 4180 has it.</summary>
/// <remarks>The first line decides. A quoted field may go over several lines; blank lines are passed over.</remarks>
/// <param name="file">UTF-8, packed by gzip or not.</param>
internal sealed class DelimitedText(DataFile file)
{
    /// <summary>Gives the fields of each line, and the number of the line, from 1.</summary>
    /// <exception cref="UserErrorException">The bytes are not UTF-8, or a quote stands where none belongs.</exception>
    public IEnumerable<(string[] Fields, int Line)> Read()
    {
        using var reader = new StreamReader(file.Open(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        char? separator = null;
        for (var line = 1; Next(reader, line) is { } text; line++)
        {
            if (text.Length == 0) continue;
            separator ??= text.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
            var start = line;
            if (separator == '\t')
            {
                yield return (text.Split('\t'), start);
                continue;
            }

            while (text.Count(c => c == '"') % 2 == 1)
                text += "\n" + (Next(reader, ++line) ?? throw Wrong("a quote is not closed before the file ends", start));
            yield return ([.. Fields(text, start)], start);
        }
    }

    private IEnumerable<string> Fields(string text, int line)
    {
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] == '"')
            {
                var field = new StringBuilder();
                for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
                {
                    if (text[at] == '"') at++;
                    field.Append(text[at]);
                }

                if (++at < text.Length && text[at] != ',') throw Wrong("text stands behind a closing quote", line);
                yield return field.ToString();
                continue;
            }

            var end = text.IndexOf(',', at) is var comma and >= 0 ? comma : text.Length;
            if (text.IndexOf('"', at, end - at) >= 0) throw Wrong("a quote stands inside a field without quotes", line);
            yield return text[at..end];
            at = end;
        }
    }

    private string? Next(StreamReader reader, int line)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException)
        {
            throw new UserErrorException("the file holds bytes that are not UTF-8", "UTF-8", $"{file.Path}:{line} or soon after", "convert the file to UTF-8");
        }
    }

    private UserErrorException Wrong(string found, int line) =>
        new(found, "fields with commas between them; one with commas or quotes in it in quotes, each quote in it written twice", $"{file.Path}:{line}", "mend the line, or use tabs");
}
