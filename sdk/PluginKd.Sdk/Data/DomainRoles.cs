namespace PluginKd.Sdk;

/// <summary>Which domains are learned from, which only give examples without labels, and which are held out for the test.</summary>
/// <param name="Test">Names of the domains that become a test split <c>test-NAME</c> each.</param>
/// <param name="Unlabelled">Names of the domains whose examples become the split <c>unlabelled</c>.</param>
public sealed record DomainRoles(IReadOnlyList<string> Test, IReadOnlyList<string> Unlabelled)
{
    /// <summary>Whether the labels of a domain are learned from.</summary>
    /// <param name="domain">Its name.</param>
    public bool IsTrained(string domain) => !Test.Contains(domain) && !Unlabelled.Contains(domain);

    /// <summary>Whether the labels of a domain are read at all.</summary>
    /// <param name="domain">Its name.</param>
    public bool IsLabelled(string domain) => !Unlabelled.Contains(domain);

    /// <summary>Checks the names before a file is read.</summary>
    /// <param name="domains">Names of all domains.</param>
    /// <exception cref="UserErrorException">A name is empty or there twice, is unknown, has two roles, or nothing is left to train on.</exception>
    public void Check(IReadOnlyList<string> domains)
    {
        for (var i = 0; i < domains.Count; i++)
        {
            if (domains[i].Length == 0 || domains.Take(i).Contains(domains[i]))
                throw new UserErrorException(domains[i].Length == 0 ? "a domain has no name" : $"two domains are called '{domains[i]}'", "a name of its own for each", $"data.domains.{i}.name",
                    "rename it; several files of one domain stand in one list");
        }

        CheckKnown(Test, "test-domains", domains);
        CheckKnown(Unlabelled, "unlabelled-domains", domains);
        if (Test.FirstOrDefault(Unlabelled.Contains) is { } both)
            throw new UserErrorException($"domain '{both}' is in test-domains and in unlabelled-domains", "one of them", "data.unlabelled-domains",
                "take it out of one list; examples to distil on and examples to measure on must be different ones");
        if (!domains.Any(IsTrained))
            throw new UserErrorException("no domain is left to train on", "one that is in neither test-domains nor unlabelled-domains", "data.test-domains", "take one out");
    }

    private static void CheckKnown(IReadOnlyList<string> names, string setting, IReadOnlyList<string> domains)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (!domains.Contains(names[i]))
                throw new UserErrorException($"there is no domain '{names[i]}'", domains.Count == 0 ? "no name: the data have no domains" : $"one of: {string.Join(", ", domains)}",
                    $"data.{setting}.{i}", NearestName.Hint(names[i], domains));
        }
    }
}
