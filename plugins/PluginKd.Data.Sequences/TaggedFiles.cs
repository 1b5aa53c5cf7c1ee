namespace PluginKd.Data.Sequences;

/// <summary>Reads split after split from files in which words and tags stand together.</summary>
internal static class TaggedFiles
{
    /// <summary>Reads all splits.</summary>
    /// <param name="settings">Files.</param>
    /// <param name="context">Folders, log.</param>
    /// <param name="read">Reads a file, with its tags or without.</param>
    public static DataBundle Load(TaggedFilesSettings settings, StageContext context, Func<DataFile, bool, IEnumerable<RawSequence>> read)
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
            if (names.Count > 0) splits.Add(reader.Read(name, role, FileLines.Find(settings, names, name, context).SelectMany(file => read(file, role != SplitRole.Unlabelled))));
        }
    }
}
