using System.Text;

namespace PluginKd.Data.Text;

/// <summary>Reads the lines of a UTF-8 file, packed by gzip or not, and cuts them at tabs.</summary>
/// <remarks>Quotes mean nothing here: reviews are full of them, and a reader of quoted CSV would swallow lines.</remarks>
/// <param name="File">The file.</param>
internal sealed record TextFile(DataFile File)
{
    /// <summary>Finds a file by its name, or by its name and <c>.gz</c>.</summary>
    public static TextFile Find(string path, string setting) => new(DataFile.Find(path, $"data.{setting}"));

    /// <summary>Gives the columns of each line that is not blank, and where the line stands.</summary>
    public IEnumerable<(string[] Fields, string Where)> Read(bool header)
    {
        using var reader = new StreamReader(File.Open(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        for (var line = 1; NextLine(reader, line) is { } text; line++)
        {
            if (text.Length > 0 && !(header && line == 1)) yield return (text.Split('\t'), $"{File.Path}:{line}");
        }
    }

    private string? NextLine(StreamReader reader, int line)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException)
        {
            throw new UserErrorException("the file holds bytes that are not UTF-8", "UTF-8", $"{File.Path}:{line} or soon after",
                "convert the file to UTF-8");
        }
    }
}
