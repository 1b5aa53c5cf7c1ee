namespace PluginKd.Data.Text;

/// <summary>Takes whole domains out of the training examples, to test on what training never saw.</summary>
internal static class HeldOutDomains
{
    /// <summary>Splits by domain.</summary>
    /// <param name="splits">The training split first.</param>
    /// <param name="domains">Domains to take out.</param>
    /// <param name="targetShare">Share of their examples that is learned from without labels; null for none.</param>
    /// <param name="context">Seed.</param>
    /// <returns>What is left of each split, and the split <c>test</c>; with a share, its examples are in <c>unlabelled</c>.</returns>
    /// <exception cref="UserErrorException">The files name no domains, or not these, or nothing is left.</exception>
    public static List<Split> Of(List<Split> splits, IReadOnlyList<string> domains, double? targetShare, StageContext context)
    {
        var train = splits[0];
        var known = train.Domains ?? throw new UserErrorException("test domains are given, and the files name no domains", "a column with the domain", "data.test-domains",
            "name it in data.columns, such as text,label,domain; domain=@file takes the names of the files");
        var names = known.Distinct().Order(StringComparer.Ordinal).ToArray();
        if (domains.FirstOrDefault(domain => !names.Contains(domain)) is { } missing)
            throw new UserErrorException($"there is no domain '{missing}' in the training files", $"some of: {string.Join(", ", names)}", "data.test-domains", NearestName.Hint(missing, names));
        if (names.All(domains.Contains)) throw new UserErrorException("every domain is a test domain", "at least one to learn from", "data.test-domains", "take one out of the list");
        var test = Of(train, domains.Contains) with { Name = "test", Role = SplitRole.Test };
        // Nothing of a test domain is chosen by, either.
        List<Split> rest = [.. splits.Select(split => split.Domains is null || split.Role == SplitRole.Unlabelled ? split : Of(split, domain => !domains.Contains(domain)))];
        if (targetShare is not { } share) return [.. rest, test];
        var (kept, drawn) = StratifiedSplit.ByShare(StratifiedSplit.Strata(test), share, context.Random("target"));
        if (drawn.Length == 0) throw new UserErrorException($"{test.Count} examples of the test domains are too few for a share of {share}", "at least one drawn", "data.target-share", "raise the share");
        var target = test.Take(drawn) with { Name = "unlabelled", Role = SplitRole.Unlabelled, Labels = [.. drawn.Select(_ => Split.Unlabelled)] };
        var at = rest.FindIndex(split => split.Name == target.Name);
        if (at >= 0) rest[at] = Split.Concat([rest[at], target]);
        else rest.Add(target);
        return [.. rest, test.Take(kept)];
    }

    private static Split Of(Split split, Func<string, bool> isWanted) => split.Take([.. Enumerable.Range(0, split.Count).Where(i => isWanted(split.Domains![i]))]);
}
