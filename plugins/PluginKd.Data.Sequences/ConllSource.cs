namespace PluginKd.Data.Sequences;

/// <summary>Words with tags from files of a word a line, columns parted by blanks or tabs, an empty line behind each sequence; UTF-8, packed by gzip or not.</summary>
/// <remarks>Lines that begin with -DOCSTART- part documents and are no words. The classes are the tags of the training files, O first, then by ordinal.</remarks>
/// <param name="settings">Files and columns.</param>
[KdPlugin("conll", Settings = typeof(ConllSettings))]
public sealed class ConllSource(ConllSettings settings) : IDataSource
{
    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        var reader = new SplitReader(settings, context);
        var splits = new List<Split>();
        Add("train", SplitRole.Train, settings.Train);
        Add("validation", SplitRole.Validation, settings.Validation);
        Add("test", SplitRole.Test, settings.Test);
        Add("unlabelled", SplitRole.Unlabelled, settings.Unlabelled);
        return reader.Bundle(splits);

        void Add(string name, SplitRole role, IReadOnlyList<string> names)
        {
            if (names.Count == 0) return;
            splits.Add(reader.Read(name, role, FileLines.Find(settings, names, name, context).SelectMany(file => new ConllFile(settings, file, role != SplitRole.Unlabelled).Read())));
        }
    }
}
