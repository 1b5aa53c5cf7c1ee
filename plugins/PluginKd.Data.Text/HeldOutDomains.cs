namespace PluginKd.Data.Text;

/// <summary>Takes whole domains out of what is learned from: to test on what training never saw, or to learn from their texts without labels.</summary>
/// <param name="settings">Names of the domains.</param>
/// <param name="context">Seed.</param>
internal sealed class HeldOutDomains(TextSettings settings, StageContext context)
{
    private readonly DomainRoles _roles = new(settings.TestDomains, settings.UnlabelledDomains);

    /// <summary>Splits by domain.</summary>
    /// <param name="splits">The training split first.</param>
    /// <returns>What is left of each split, a split <c>test-NAME</c> for each test domain, and in <c>unlabelled</c> what is learned from without labels.</returns>
    /// <exception cref="UserErrorException">The files name no domains, or not these, or nothing is left.</exception>
    public List<Split> Of(List<Split> splits)
    {
        var train = splits[0];
        Check(train);
        List<Split> rest = [.. splits.Select(split => split.Domains is null || split.Role is SplitRole.Unlabelled or SplitRole.Test ? split : Only(split, _roles.IsTrained))];
        List<Split> unlabelled = [.. settings.UnlabelledDomains.Select(domain => Only(train, name => name == domain))];
        foreach (var domain in settings.TestDomains)
        {
            var test = Only(train, name => name == domain) with { Name = $"test-{domain}", Role = SplitRole.Test };
            if (settings.TargetShare is { } share)
            {
                (test, var target) = Drawn(test, share, domain);
                unlabelled.Add(target);
            }

            rest.Add(test);
        }

        return unlabelled.Count == 0 ? rest : WithUnlabelled(rest, unlabelled);
    }

    private void Check(Split train)
    {
        var known = train.Domains ?? throw new UserErrorException("domains are named, and the files name none", "a column with the domain", "data.test-domains",
            "name it in data.columns, such as text,label,domain; domain=@file takes the names of the files");
        _roles.Check([.. known.Distinct().Order(StringComparer.Ordinal)]);
    }

    private (Split Kept, Split Drawn) Drawn(Split test, double share, string domain)
    {
        var (kept, drawn) = StratifiedSplit.ByShare(test.Labels, share, context.Random($"target/{domain}"));
        return drawn.Length > 0 ? (test.Take(kept), test.Take(drawn))
            : throw new UserErrorException($"{test.Count} examples of domain '{domain}' are too few for a share of {share}", "at least one drawn", "data.target-share", "raise the share");
    }

    private static List<Split> WithUnlabelled(List<Split> splits, List<Split> more)
    {
        var at = splits.FindIndex(split => split.Name == "unlabelled");
        var all = Split.Concat(at < 0 ? more : [splits[at], .. more]);
        var unlabelled = all with { Name = "unlabelled", Role = SplitRole.Unlabelled, Labels = [.. Enumerable.Repeat(Split.Unlabelled, all.Count)] };
        return at < 0 ? [splits[0], unlabelled, .. splits[1..]] : [.. splits[..at], unlabelled, .. splits[(at + 1)..]];
    }

    private static Split Only(Split split, Func<string, bool> isWanted) => split.Take([.. Enumerable.Range(0, split.Count).Where(i => isWanted(split.Domains![i]))]);
}
