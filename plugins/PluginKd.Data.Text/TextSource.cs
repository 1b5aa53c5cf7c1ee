namespace PluginKd.Data.Text;

/// <summary>Texts or pairs of texts with labels, from files with an example a line: tab-separated, CSV, JSON lines, plain; packed by gzip or not.</summary>
/// <remarks>Blank lines are passed over. The classes are those of the training files. What cannot be read ends the run with file and line, or is left out and counted.</remarks>
/// <param name="settings">Files and columns.</param>
[KdPlugin("text", Settings = typeof(TextSettings))]
public sealed class TextSource(TextSettings settings) : IDataSource
{
    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        CheckSettings();
        var reader = new SplitReader(settings, context);
        List<Split> splits = [reader.Read("train", SplitRole.Train, settings.Train)];
        if (settings.Validation.Count > 0) splits.Add(reader.Read("validation", SplitRole.Validation, settings.Validation));
        if (settings.Test.Count > 0) splits.Add(reader.Read("test", SplitRole.Test, settings.Test));
        if (settings.Unlabelled.Count > 0) splits.Add(reader.Read("unlabelled", SplitRole.Unlabelled, settings.Unlabelled));
        if (settings.TestDomains.Count + settings.UnlabelledDomains.Count > 0) splits = new HeldOutDomains(settings, context).Of(splits);
        splits = SplitShare.Draw(splits, settings.TestShare, settings.ValidationShare, context);
        if (settings.FewLabels is { } few) splits.Insert(1, StratifiedSplit.Few(splits[0], few, reader.Classes, context.Random("few")));
        return new DataBundle(reader.Classes, splits);
    }

    private void CheckSettings()
    {
        // Before a file is looked for: what is wrong with a setting is told first.
        if (settings.Columns is { } columns) _ = new TextColumns(columns, "data.columns", needsLabel: true, hasKeys: settings.Format == TextFormat.JsonLines);
        if (settings.Classes.Index().FirstOrDefault(one => one.Item.Trim().Length == 0 || settings.Classes.Take(one.Index).Contains(one.Item)) is { Item: { } name } wrong)
            throw new UserErrorException(name.Trim().Length == 0 ? "a class has no name" : $"class '{name}' is named twice", "each class once", $"data.classes.{wrong.Index}", "correct the list");
        if (settings.Classes.Count == 1) throw new UserErrorException($"'{settings.Classes[0]}' is the only class", "at least two, or none to take those of the training files", "data.classes", "name the others, too");
        if (settings.Validation.Count > 0 && settings.ValidationShare is not null) throw Both("a validation file and a validation share", "validation-share");
        if (settings.Test.Count > 0 && settings.TestShare is not null) throw Both("a test file and a test share", "test-share");
        if (settings.TargetShare is not null && settings.TestDomains.Count == 0)
            throw new UserErrorException("a target share is given, and no test domains", "test domains that the share is of", "data.target-share", "name them in data.test-domains, or remove the share");
    }

    private static UserErrorException Both(string found, string setting) => new($"{found} are given", "one of them", $"data.{setting}", "remove one");
}
