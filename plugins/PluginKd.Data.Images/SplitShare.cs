namespace PluginKd.Data.Images;

/// <summary>Draws a share of a split, class by class, and tells the person when nothing is left to draw.</summary>
internal static class SplitShare
{
    /// <summary>Parts a split in two.</summary>
    /// <param name="split">Where to draw from.</param>
    /// <param name="share">Share to draw, 0 to below 1; 0 draws nothing.</param>
    /// <param name="name">Name of what is drawn; the setting is <c>NAME-share</c>.</param>
    /// <param name="role">Role of what is drawn.</param>
    /// <param name="context">The seed.</param>
    public static (Split Left, Split? Drawn) Cut(Split split, double share, string name, SplitRole role, StageContext context)
    {
        if (share == 0) return (split, null);
        var (rest, drawn) = StratifiedSplit.ByShare(split.Labels, share, context.Random(name));
        return drawn.Length == 0
            ? throw new UserErrorException($"{split.Count} examples are too few for a {name} share of {share}", "at least one drawn",
                $"data.{name}-share", "raise the share")
            : (split.Take(rest), split.Take(drawn) with { Name = name, Role = role });
    }

    /// <summary>Gives the splits of a source that has files for training and test.</summary>
    /// <param name="train">The training images.</param>
    /// <param name="test">The test images, or null.</param>
    /// <param name="classes">Names of the C classes.</param>
    /// <param name="validationShare">Share of the training images that becomes the split <c>validation</c>.</param>
    /// <param name="fewLabels">Labelled examples of each class in the further split <c>few</c>, or null.</param>
    /// <param name="context">The seed.</param>
    public static DataBundle Bundle(Split train, Split? test, IReadOnlyList<string> classes, double validationShare, int? fewLabels, StageContext context)
    {
        var (rest, validation) = Cut(train, validationShare, "validation", SplitRole.Validation, context);
        var few = fewLabels is { } count ? StratifiedSplit.Few(rest, count, classes, context.Random("few")) : null;
        return new DataBundle(classes, [.. new[] { rest, few, validation, test }.OfType<Split>()]);
    }
}
