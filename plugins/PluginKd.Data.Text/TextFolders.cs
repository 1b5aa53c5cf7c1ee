namespace PluginKd.Data.Text;

/// <summary>Texts from plain files, with a folder for each class; files may be packed by gzip.</summary>
/// <remarks>Classes are the folders of the training folder by ordinal, texts come in the order of the files' names. The id of a text is its class, its file and, of a line, its number.</remarks>
/// <param name="settings">Folders.</param>
[KdPlugin("text-folders", Settings = typeof(TextFoldersSettings))]
public sealed class TextFolders(TextFoldersSettings settings) : IDataSource
{
    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        if (settings is { Validation: not null, ValidationShare: not null }) throw Both("a validation folder and a validation share", "validation-share");
        if (settings is { Test: not null, TestShare: not null }) throw Both("a test folder and a test share", "test-share");
        var classes = Folders(context.PathOf(settings.Train), "data.train").Except(settings.Ignore).ToArray();
        if (classes.Length < 2)
            throw new UserErrorException($"the training folder has {classes.Length} folders with classes", "two or more, one for each class", settings.Train, "check data.train, and what data.ignore leaves out");
        var reader = new FolderReader(settings, classes, context);
        List<Split> splits = [reader.Read("train", SplitRole.Train, settings.Train)];
        if (settings.Validation is { } validation) splits.Add(reader.Read("validation", SplitRole.Validation, validation));
        if (settings.Test is { } test) splits.Add(reader.Read("test", SplitRole.Test, test));
        if (settings.Unlabelled is { } unlabelled) splits.Add(reader.Read("unlabelled", SplitRole.Unlabelled, unlabelled));
        splits = SplitShare.Draw(splits, settings.TestShare, settings.ValidationShare, context);
        if (settings.FewLabels is { } few) splits.Insert(1, StratifiedSplit.Few(splits[0], few, classes, context.Random("few")));
        return new DataBundle(classes, splits);
    }

    /// <summary>Names of the folders in a folder, by ordinal; those that begin with a dot are the system's or an editor's and passed over.</summary>
    internal static IEnumerable<string> Folders(string path, string setting) => Directory.Exists(path)
        ? Directory.EnumerateDirectories(path).Select(folder => System.IO.Path.GetFileName(folder)).Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal)
        : throw new UserErrorException($"there is no folder '{path}'", "a folder", setting, "correct the path; it starts from the folder of the pipeline file");

    private static UserErrorException Both(string found, string setting) => new($"{found} are given", "one of them", $"data.{setting}", "remove one");
}
