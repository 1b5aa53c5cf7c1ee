using System.Text;

namespace PluginKd.Data.Sequences;

/// <summary>Reads the lines of a UTF-8 file, packed by gzip or not.</summary>
internal static class FileLines
{
    // A mark of byte order where none belongs: editors leave it at ends of files and where files were joined.
    private const char Mark = '\uFEFF';

    /// <summary>Finds the files of a split.</summary>
    public static IEnumerable<DataFile> Find(SequenceSettings settings, IEnumerable<string> names, string setting, StageContext context) =>
        DataFile.FindAll(names.Select(name => context.PathOf(Path.Combine(settings.Path, name))), $"data.{setting}");

    /// <summary>Gives each line without marks of byte order, and its number from 1.</summary>
    public static IEnumerable<(string Text, int Line)> Read(DataFile file)
    {
        using var reader = new StreamReader(file.Open(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        for (var line = 1; Next(reader, file, line) is { } text; line++) yield return (text.Trim(Mark), line);
    }

    /// <summary>Name of a file for ids: without its folder and without <c>.gz</c>, so that packing it changes no id.</summary>
    public static string NameOf(DataFile file) => Path.GetFileName(file.Path) is var name && name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name;

    private static string? Next(StreamReader reader, DataFile file, int line)
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
}
