namespace PluginKd.Data.Text;

/// <summary>Texts with labels from tab-separated files, one example a line, UTF-8, packed by gzip or not.</summary>
/// <remarks>Quotes have no meaning in these files; blank lines are passed over. The classes are those of the training file.</remarks>
/// <param name="settings">Files and columns.</param>
[KdPlugin("text", Settings = typeof(TextSettings))]
public sealed class TextSource(TextSettings settings) : IDataSource
{
    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        if (settings is { Validation: not null, ValidationShare: not null })
            throw new UserErrorException("both a validation file and a validation share are given", "one of them", "data.validation-share",
                "remove one");
        var reader = new SplitReader(settings, context);
        var train = reader.Read("train", SplitRole.Train, settings.Train);
        List<Split> splits = [train];
        if (settings.Validation is { } validation) splits.Add(reader.Read("validation", SplitRole.Validation, validation));
        if (settings.Test is { } test) splits.Add(reader.Read("test", SplitRole.Test, test));
        if (settings.Unlabelled is { } unlabelled) splits.Add(reader.Read("unlabelled", SplitRole.Unlabelled, unlabelled));
        if (settings.ValidationShare is { } share)
        {
            var (rest, drawn) = StratifiedSplit.ByShare(train.Labels, share, context.Random("validation"));
            if (drawn.Length == 0)
                throw new UserErrorException($"{train.Count} training examples are too few for a validation share of {share}", "at least one drawn",
                    "data.validation-share", "raise the share");
            splits[0] = train.Take(rest);
            splits.Insert(1, train.Take(drawn) with { Name = "validation", Role = SplitRole.Validation });
        }

        if (settings.FewLabels is { } few) splits.Insert(1, StratifiedSplit.Few(splits[0], few, reader.Classes, context.Random("few")));
        return new DataBundle(reader.Classes, splits);
    }
}
