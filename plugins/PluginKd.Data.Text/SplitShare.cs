namespace PluginKd.Data.Text;

/// <summary>Draws shares of the training examples for test and validation, domain by domain and class by class.</summary>
internal static class SplitShare
{
    /// <summary>Draws; the new splits are put behind the training split.</summary>
    /// <param name="splits">The training split first.</param>
    /// <param name="test">Share of its examples that becomes the split <c>test</c>, 0 to 1, no unit; null for none.</param>
    /// <param name="validation">Share of its examples that becomes the split <c>validation</c>.</param>
    /// <param name="context">Seed.</param>
    /// <exception cref="UserErrorException">The shares leave nothing, or nothing is drawn.</exception>
    public static List<Split> Draw(List<Split> splits, double? test, double? validation, StageContext context)
    {
        if (test + validation >= 1) throw new UserErrorException($"test and validation take {test + validation} of the examples", "less than 1 together", "data.test-share", "lower one of the shares");
        if (test is { } tested) splits = Draw(splits, "test", SplitRole.Test, tested, context);
        // The share is one of all examples, and the test split is gone already.
        return validation is { } share ? Draw(splits, "validation", SplitRole.Validation, share / (1 - (test ?? 0)), context) : splits;
    }

    private static List<Split> Draw(List<Split> splits, string name, SplitRole role, double share, StageContext context)
    {
        var train = splits[0];
        var (rest, drawn) = StratifiedSplit.ByShare(StratifiedSplit.Strata(train), share, context.Random(name));
        if (drawn.Length == 0)
            throw new UserErrorException($"{train.Count} training examples are too few for a {name} share of {share}", "at least one drawn", $"data.{name}-share", "raise the share");
        return [train.Take(rest), train.Take(drawn) with { Name = name, Role = role }, .. splits[1..]];
    }
}
