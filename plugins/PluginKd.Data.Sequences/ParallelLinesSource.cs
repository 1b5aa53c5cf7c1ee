namespace PluginKd.Data.Sequences;

/// <summary>Words from one file and their tags from another, a sequence a line in both; UTF-8, packed by gzip or not.</summary>
/// <remarks>Training may have distant tags, such as from a dictionary; then true ones, where there are some, say in the log how good those are, and nothing learns from them.</remarks>
/// <param name="settings">Files.</param>
[KdPlugin("parallel-lines", Settings = typeof(ParallelLinesSettings))]
public sealed class ParallelLinesSource(ParallelLinesSettings settings) : IDataSource
{
    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        var reader = new SplitReader(settings, context);
        var (words, gold, distant) = (Find(settings.Train, "train"), Find(settings.TrainTags, "train-tags"), Find(settings.TrainDistant, "train-distant"));
        var tags = distant ?? gold
            ?? throw new UserErrorException("the training words have no tags", "true or distant ones", "data.train-tags", "name their file in data.train-tags or data.train-distant");
        if (distant is not null && gold is not null)
            DistantQuality.Of(ParallelFiles.Read(words!, distant), ParallelFiles.Read(words!, gold)).Report(context.Log);
        List<Split> splits = [reader.Read("train", SplitRole.Train, ParallelFiles.Read(words!, tags))];
        Add("validation", SplitRole.Validation, settings.Validation, settings.ValidationTags);
        Add("test", SplitRole.Test, settings.Test, settings.TestTags);
        if (Find(settings.Unlabelled, "unlabelled") is { } unlabelled) splits.Add(reader.Read("unlabelled", SplitRole.Unlabelled, ParallelFiles.Read(unlabelled, null)));
        return reader.Bundle(splits);

        DataFile? Find(string? name, string setting) => name is null ? null : FileLines.Find(settings, [name], setting, context).Single();

        void Add(string name, SplitRole role, string? file, string? tagFile)
        {
            if (file is null && tagFile is null) return;
            if (file is null || tagFile is null)
                throw new UserErrorException($"of the {name} split only the file of the {(file is null ? "tags" : "words")} is named", "both files", $"data.{name}{(file is null ? "" : "-tags")}", "name the other, too");
            splits.Add(reader.Read(name, role, ParallelFiles.Read(Find(file, name)!, Find(tagFile, $"{name}-tags"))));
        }
    }
}
