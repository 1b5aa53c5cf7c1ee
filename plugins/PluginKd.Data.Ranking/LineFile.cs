using System.Text;

namespace PluginKd.Data.Ranking;

/// <summary>Reads the lines of a UTF-8 file, packed by gzip or not.</summary>
/// <param name="file">The file.</param>
internal sealed class LineFile(DataFile file)
{
    /// <summary>Path, for messages.</summary>
    public string Path => file.Path;

    /// <summary>Finds a file by its name, or by its name and <c>.gz</c>.</summary>
    /// <param name="folder">Folder setting.</param>
    /// <param name="name">File setting.</param>
    /// <param name="setting">Name of the file setting.</param>
    /// <param name="context">Where relative paths start.</param>
    public static LineFile Find(string folder, string name, string setting, StageContext context) =>
        new(DataFile.Find(context.PathOf(System.IO.Path.Combine(folder, name)), $"data.{setting}"));

    /// <summary>Gives all lines, blank ones too, with their numbers from 1.</summary>
    /// <exception cref="UserErrorException">The file is damaged or no UTF-8.</exception>
    public IEnumerable<(string Text, int Line)> Read(CancellationToken cancellation)
    {
        using var reader = new StreamReader(file.Open(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        for (var line = 1; NextLine(reader, line) is { } text; line++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return (text, line);
        }
    }

    /// <summary>Names a place.</summary>
    /// <param name="line">From 1.</param>
    /// <param name="column">Column of the table, from 1; 0 for the whole line.</param>
    public string At(int line, int column = 0) => column == 0 ? $"{Path}:{line}" : $"{Path}:{line}, column {column}";

    private string? NextLine(StreamReader reader, int line)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException problem)
        {
            throw new UserErrorException("the file holds bytes that are not UTF-8", "UTF-8", $"{Path}:{line} or soon after", "convert the file to UTF-8", problem);
        }
    }
}
