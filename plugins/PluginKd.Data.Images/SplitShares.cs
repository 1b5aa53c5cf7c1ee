namespace PluginKd.Data.Images;

/// <summary>Which shares of the training images become other splits, class by class.</summary>
/// <param name="Validation">Share, 0 to 1, that becomes the split <c>validation</c>; 0 leaves it out.</param>
/// <param name="Test">Share, 0 to 1, that becomes the split <c>test</c>; 0 leaves it out.</param>
/// <param name="FewLabels">Labelled examples of each class in the further split <c>few</c>, or null.</param>
internal sealed record SplitShares(double Validation, double Test, int? FewLabels)
{
    /// <summary>Cuts the shares off.</summary>
    /// <param name="split">All images.</param>
    /// <param name="context">The seed.</param>
    /// <param name="domain">Their domain, which has a stream of its own; null where there is only one.</param>
    /// <exception cref="UserErrorException">The shares leave nothing, or nothing is drawn.</exception>
    public (Split Train, Split? Validation, Split? Test) Cut(Split split, StageContext context, string? domain = null)
    {
        if (Test + Validation >= 1)
            throw new UserErrorException($"test and validation take {Test + Validation} of the examples", "less than 1 together", "data.test-share", "lower one of the shares");
        var (left, test) = Drawn(split, Test, "test", SplitRole.Test, context, domain);
        // The share is one of all examples, and the test split is gone already.
        var (rest, validation) = Drawn(left, Validation / (1 - Test), "validation", SplitRole.Validation, context, domain);
        return (rest, validation, test);
    }

    /// <summary>Draws the split of few labels, if it is asked for.</summary>
    /// <param name="train">The training images.</param>
    /// <param name="classes">Names of the C classes.</param>
    /// <param name="context">The seed.</param>
    public Split? Few(Split train, IReadOnlyList<string> classes, StageContext context) =>
        FewLabels is { } few ? StratifiedSplit.Few(train, few, classes, context.Random("few")) : null;

    /// <summary>Gives the splits of one data set.</summary>
    /// <param name="train">The training images.</param>
    /// <param name="others">Splits that have files of their own.</param>
    /// <param name="classes">Names of the C classes.</param>
    /// <param name="context">The seed.</param>
    public DataBundle ToBundle(Split train, IReadOnlyList<Split> others, IReadOnlyList<string> classes, StageContext context)
    {
        var (rest, validation, test) = Cut(train, context);
        return new DataBundle(classes, [.. new[] { rest, Few(rest, classes, context), validation, test }.OfType<Split>(), .. others]);
    }

    private static (Split Left, Split? Drawn) Drawn(Split split, double share, string name, SplitRole role, StageContext context, string? domain)
    {
        if (share == 0) return (split, null);
        var (rest, drawn) = StratifiedSplit.ByShare(split.Labels, share, context.Random(domain is null ? name : $"{name}/{domain}"));
        return drawn.Length == 0
            ? throw new UserErrorException($"{split.Count} examples{(domain is null ? "" : $" of domain '{domain}'")} are too few for a {name} share of {share}", "at least one drawn",
                $"data.{name}-share", "raise the share")
            : (split.Take(rest), split.Take(drawn) with { Name = name, Role = role });
    }
}
