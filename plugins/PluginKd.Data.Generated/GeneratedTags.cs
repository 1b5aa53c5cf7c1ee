namespace PluginKd.Data.Generated;

/// <summary>Sentences with made-up names of four types, tagged for training by a list of names with gaps and mistakes.</summary>
/// <remarks>
/// Words around a name say of which type it is, so that who reads them can mend what the list gets wrong. The list is laid over the words, longest name first, as dictionaries are over real texts.
/// A third of the names occur in validation and test only. No sentence occurs twice. Tags are IOB2.
/// </remarks>
/// <param name="settings">How many, and how bad the list is.</param>
[KdPlugin("generated-tags", Settings = typeof(GeneratedTagsSettings))]
public sealed class GeneratedTags(GeneratedTagsSettings settings) : IDataSource
{
    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        var writer = new TaggedSentences(Grammar.Read("tags.grammar"), new NameBook(settings, context), context);
        var learned = settings.Labels == TagLabels.Distant ? TagsOf.List : TagsOf.Truth;
        List<Split> splits = [writer.Write("train", SplitRole.Train, settings.Train, learned, hasNewNames: false)];
        if (settings.Validation > 0) splits.Add(writer.Write("validation", SplitRole.Validation, settings.Validation, TagsOf.Truth, hasNewNames: true));
        splits.Add(writer.Write("test", SplitRole.Test, settings.Test, TagsOf.Truth, hasNewNames: true));
        // Last, so that their number changes no other split.
        if (settings.Unlabelled > 0) splits.Add(writer.Write("unlabelled", SplitRole.Unlabelled, settings.Unlabelled, TagsOf.Nobody, hasNewNames: false));
        return new DataBundle(TaggedSentences.Classes, splits);
    }
}
