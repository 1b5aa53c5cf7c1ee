namespace PluginKd.Data.Sequences;

/// <summary>Finds the files of sequences and reads their lines.</summary>
internal static class FileLines
{
    // A mark of byte order where none belongs: editors leave it at ends of files and where files were joined.
    private const char Mark = '\uFEFF';

    /// <summary>Finds the files of a split.</summary>
    public static IEnumerable<DataFile> Find(SequenceSettings settings, IEnumerable<string> names, string setting, StageContext context) =>
        DataFile.FindAll(names.Select(name => context.PathOf(Path.Combine(settings.Path, name))), $"data.{setting}");

    /// <summary>Gives each line without marks of byte order.</summary>
    public static IEnumerable<TextLine> Read(DataFile file) => file.Lines().Select(line => line with { Text = line.Text.Trim(Mark) });
}
