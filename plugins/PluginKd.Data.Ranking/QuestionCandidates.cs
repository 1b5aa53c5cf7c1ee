namespace PluginKd.Data.Ranking;

/// <summary>Questions with candidates, each right or wrong, from tab-separated tables or from four parallel files.</summary>
/// <remarks>
/// An example is a pair (question, candidate); its group is the question's id, or its text where there are no ids. The classes are the labels of the training file. UTF-8, packed by
/// gzip or not. Formats: WikiQA (Yang, Yih and Meek 2015) and TREC-QA (Wang, Smith and Mitamura 2007) as they are commonly handed on.
/// </remarks>
/// <param name="settings">Files and columns.</param>
[KdPlugin("question-candidates", Settings = typeof(QuestionCandidatesSettings))]
public sealed class QuestionCandidates(QuestionCandidatesSettings settings) : IDataSource
{
    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        if (settings.Validation.Count > 0 && settings.ValidationShare is not null)
            throw new UserErrorException("both validation files and a validation share are given", "one of them", "data.validation-share", "remove one");
        var reader = new CandidateReader(settings, context);
        var train = reader.Read("train", SplitRole.Train, settings.Train);
        List<Split> splits = [train];
        if (settings.ValidationShare is { } share)
        {
            var drawn = QuestionShare.Draw([.. train.Groups!.Distinct()], share, "data.validation-share", context.Random("validation"));
            splits = [Part(train, group => !drawn.Contains(group)), Part(train, drawn.Contains) with { Name = "validation", Role = SplitRole.Validation }];
        }

        if (settings.Validation.Count > 0) splits.Add(reader.Read("validation", SplitRole.Validation, settings.Validation));
        if (settings.Test.Count > 0) splits.Add(reader.Read("test", SplitRole.Test, settings.Test));
        if (settings.Unlabelled.Count > 0) splits.Add(reader.Read("unlabelled", SplitRole.Unlabelled, settings.Unlabelled));
        return new DataBundle(reader.Classes, splits);
    }

    private static Split Part(Split split, Func<string, bool> isWanted) => split.Take([.. Enumerable.Range(0, split.Count).Where(i => isWanted(split.Groups![i]))]);
}
