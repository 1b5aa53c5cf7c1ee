using System.Text;

namespace PluginKd.Data.Images;

/// <summary>Reads the lines of a UTF-8 file, packed by gzip or not.</summary>
/// <param name="file">The file.</param>
internal sealed class LineFile(DataFile file)
{
    /// <summary>Gives all lines that are not blank, each with its place.</summary>
    /// <param name="cancellation">The wish to stop.</param>
    /// <exception cref="UserErrorException">The file is damaged or no UTF-8.</exception>
    public IEnumerable<(string Text, string Where)> Read(CancellationToken cancellation)
    {
        using var reader = new StreamReader(file.Open(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        for (var line = 1; NextLine(reader, line) is { } text; line++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!string.IsNullOrWhiteSpace(text)) yield return (text, $"{file.Path}:{line}");
        }
    }

    private string? NextLine(StreamReader reader, int line)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException problem)
        {
            throw new UserErrorException("the file holds bytes that are not UTF-8", "UTF-8", $"{file.Path}:{line} or soon after", "convert the file to UTF-8", problem);
        }
    }
}
