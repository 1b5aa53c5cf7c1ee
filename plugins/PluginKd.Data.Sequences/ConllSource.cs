namespace PluginKd.Data.Sequences;

/// <summary>Words with tags from files of a word a line, columns parted by blanks or tabs, an empty line behind each sequence; UTF-8, packed by gzip or not.</summary>
/// <remarks>Lines that begin with -DOCSTART- part documents and are no words. The classes are the tags of the training files, O first, then by ordinal.</remarks>
/// <param name="settings">Files and columns.</param>
[KdPlugin("conll", Settings = typeof(ConllSettings))]
public sealed class ConllSource(ConllSettings settings) : IDataSource
{
    /// <inheritdoc />
    public DataBundle Load(StageContext context) => TaggedFiles.Load(settings, context, (file, hasTags) => new ConllFile(settings, file, hasTags).Read());
}
