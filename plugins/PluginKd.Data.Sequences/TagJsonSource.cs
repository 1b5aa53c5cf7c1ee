namespace PluginKd.Data.Sequences;

/// <summary>Words with tags from JSON: a list of objects, or an object a line, each with a list of words and a list of tags; UTF-8, packed by gzip or not.</summary>
/// <remarks>Tags are names, or numbers that a further file names. The classes are the tags of the training files, O first, then by ordinal.</remarks>
/// <param name="settings">Files and keys.</param>
[KdPlugin("tag-json", Settings = typeof(TagJsonSettings))]
public sealed class TagJsonSource(TagJsonSettings settings) : IDataSource
{
    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        var names = settings.TagNames is { } file ? new TagNames(FileLines.Find(settings, [file], "tag-names", context).Single()) : null;
        return TaggedFiles.Load(settings, context, (found, hasTags) => new TagJsonFile(settings, found, names, hasTags).Read());
    }
}
