using System.Text;

namespace PluginKd.Sdk;

/// <summary>Reads lines byte by byte, so that one that is broken says so and the next can be read.</summary>
/// <param name="file">Packed by gzip or not.</param>
/// <param name="encoding">How letters are written.</param>
internal sealed class TextLines(DataFile file, TextEncoding encoding)
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>Gives the lines in order.</summary>
    public IEnumerable<TextLine> Read()
    {
        using var stream = file.Open();
        var (buffer, start, end, number, passed) = (new byte[1 << 16], 0, 0, 0, 0L);
        while (true)
        {
            var at = Array.IndexOf(buffer, (byte)'\n', start, end - start);
            if (at >= 0)
            {
                yield return Line(buffer.AsSpan(start, at - start), ++number, passed);
                (start, passed) = (at + 1, 0);
                continue;
            }

            if (end - start > TextLine.MostBytes) (passed, start) = (passed + end - start, end);
            if (start > 0) Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
            (start, end) = (0, end - start);
            if (end == buffer.Length) Array.Resize(ref buffer, 2 * buffer.Length);
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read > 0) end += read;
            else break;
        }

        if (end > 0 || passed > 0) yield return Line(buffer.AsSpan(0, end), ++number, passed);
    }

    private TextLine Line(ReadOnlySpan<byte> bytes, int number, long passed)
    {
        var where = $"{file.Path}:{number}";
        if (passed + bytes.Length > TextLine.MostBytes)
            return Bad($"a line has {passed + bytes.Length} bytes", $"{TextLine.MostBytes} at most", "look whether the file has line ends, and whether it is a text at all");
        if (number == 1) RequireBytes(bytes);
        if (number == 1 && bytes.StartsWith(Utf8Mark)) bytes = bytes[Utf8Mark.Length..];
        if (bytes is [.., (byte)'\r']) bytes = bytes[..^1];
        if (bytes.IndexOf((byte)0) is var zero and >= 0) return Bad($"byte {zero + 1} of the line is NUL", "a text", "take the byte out; a file with many of them is no text");
        if (encoding == TextEncoding.Latin1) return new TextLine(Encoding.Latin1.GetString(bytes), number, where);
        try
        {
            return new TextLine(Utf8.GetString(bytes), number, where);
        }
        catch (DecoderFallbackException wrong)
        {
            var at = Math.Max(0, wrong.Index);
            return Bad($"byte {at + 1} of the line, 0x{bytes[Math.Min(at, bytes.Length - 1)]:X2}, is not UTF-8", "UTF-8", $"convert the file, such as from Latin-1: iconv -f LATIN1 -t UTF-8 {System.IO.Path.GetFileName(file.Path)}; the sources text and text-folders read it with data.encoding latin1");
        }

        TextLine Bad(string found, string expected, string fix) => new("", number, where, new UserErrorException(found, expected, where, fix));
    }

    private void RequireBytes(ReadOnlySpan<byte> first)
    {
        if (first is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw new UserErrorException("the file is written in UTF-16", "UTF-8, or a byte a letter", file.Path, $"convert it: iconv -f UTF-16 -t UTF-8 {System.IO.Path.GetFileName(file.Path)}");
    }
}
