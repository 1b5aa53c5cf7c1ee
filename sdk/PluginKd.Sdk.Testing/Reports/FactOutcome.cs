namespace PluginKd.Sdk.Testing;

/// <summary>What came of a fact.</summary>
public enum FactOutcome
{
    /// <summary>The plugin keeps the promise.</summary>
    Passed,

    /// <summary>It does not.</summary>
    Failed,

    /// <summary>Not looked at: the author gave a reason why the plugin need not keep it.</summary>
    Waived,

    /// <summary>Could not be looked at, here or for this plugin.</summary>
    Skipped,
}

/// <summary>A fact with what came of it.</summary>
/// <param name="Fact">The promise.</param>
/// <param name="Outcome">Whether it is kept.</param>
/// <param name="Found">What was found; the reason of a waived or skipped fact; may be empty for a passed one.</param>
public sealed record FactResult(ConformanceFact Fact, FactOutcome Outcome, string Found);
