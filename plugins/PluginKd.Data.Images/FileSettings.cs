namespace PluginKd.Data.Images;

/// <summary>Checks that the settings of a source name the files of one data set or those of domains, and no mixture.</summary>
internal static class FileSettings
{
    /// <summary>Checks before a file is read.</summary>
    /// <param name="trainSetting">Name of the setting of the training files.</param>
    /// <param name="train">A training file, or null.</param>
    /// <param name="test">A test file, or null.</param>
    /// <param name="testShare">The share.</param>
    /// <param name="testLimit">The limit.</param>
    /// <param name="domains">Names of the domains.</param>
    /// <param name="roles">What they are for.</param>
    public static void Check(string trainSetting, string? train, string? test, double testShare, int? testLimit, IReadOnlyList<string> domains, DomainRoles roles)
    {
        if (domains.Count > 0 && (train ?? test) is { } file)
            throw new UserErrorException($"file '{file}' is named beside domains", "the files of one data set, or those of domains", "data.domains", "remove one; data.test-domains holds domains out for the test");
        if (domains.Count == 0 && train is null)
            throw new UserErrorException($"data.{trainSetting} names no file", "training images", $"data.{trainSetting}", $"name the files in data.{trainSetting}, or domains with theirs in data.domains");
        if (test is not null && testShare > 0)
            throw new UserErrorException("both test files and a test share are given", "one of them", "data.test-share", "remove one");
        if (test is null && testLimit is not null)
            throw new UserErrorException("data.test-limit is set, and there are no test files", "test files, of which the first are taken", "data.test-limit", "remove it");
        if (domains.Count > 0 || roles.Test.Count + roles.Unlabelled.Count > 0) roles.Check(domains);
    }

    /// <summary>The first images of a test split.</summary>
    /// <param name="test">The split.</param>
    /// <param name="limit">How many, or null for all.</param>
    public static Split Limited(Split test, int? limit) => limit is { } most && most < test.Count ? test.Take([.. Enumerable.Range(0, most)]) : test;
}
