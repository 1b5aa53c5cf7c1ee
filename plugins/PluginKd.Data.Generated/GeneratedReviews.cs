namespace PluginKd.Data.Generated;

/// <summary>Short product reviews, positive or negative, from a grammar in which the order of the words decides.</summary>
/// <remarks>
/// Negations, comparatives and contrasts turn words round in about half of the clauses, so that a bag of single words stays far behind.
/// Some words are praise in one domain and blame in another. No text occurs twice in the data set, in whatever split. Each text is written from a
/// seed of its own when it is asked for; what is kept of a review is some 20 bytes, whatever its length.
/// </remarks>
/// <param name="settings">How many, about what.</param>
[KdPlugin("generated-reviews", Settings = typeof(GeneratedReviewsSettings))]
public sealed class GeneratedReviews(GeneratedReviewsSettings settings) : IDataSource
{
    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        var writer = new ReviewWriter(Grammar.Read("reviews.grammar"), context);
        var known = RequireKnown(writer.Domains, settings.Domains.Append(settings.HeldOut).Where(d => d.Length > 0));
        var domains = settings.Domains.Where(d => d != settings.HeldOut).Distinct().ToArray();
        if (domains.Length == 0)
            throw new UserErrorException("every domain is held out", $"at least one more of: {string.Join(", ", known)}", "data.domains",
                "add a domain");
        return new DataBundle(["negative", "positive"], [.. Splits(writer, domains)]);
    }

    private IEnumerable<Split> Splits(ReviewWriter writer, IReadOnlyList<string> domains)
    {
        yield return writer.Write("train", SplitRole.Train, settings.Train, domains);
        if (settings.Validation > 0) yield return writer.Write("validation", SplitRole.Validation, settings.Validation, domains);
        yield return writer.Write("test", SplitRole.Test, settings.Test, domains);
        if (settings.HeldOut.Length > 0) yield return writer.Write("test-new-domain", SplitRole.Test, settings.Test, [settings.HeldOut]);
        // Last, so that their number changes no other split.
        if (settings.Unlabelled > 0) yield return writer.Write("unlabelled", SplitRole.Unlabelled, settings.Unlabelled, domains);
    }

    private static IReadOnlyList<string> RequireKnown(IReadOnlyList<string> known, IEnumerable<string> named)
    {
        foreach (var name in named.Where(name => !known.Contains(name)))
            throw new UserErrorException($"the domain '{name}' is unknown", $"some of: {string.Join(", ", known)}", "data.domains",
                "correct the name");
        return known;
    }
}
