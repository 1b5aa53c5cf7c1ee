using System.Diagnostics.CodeAnalysis;

namespace PluginKd.Sdk.Testing;

/// <summary>Ends the look at a fact.</summary>
internal sealed class Verdict(FactOutcome outcome, string found) : Exception(found)
{
    public FactOutcome Outcome => outcome;

    /// <summary>The promise is broken.</summary>
    [DoesNotReturn]
    public static void Fail(string found) => throw new Verdict(FactOutcome.Failed, found);

    /// <summary>The promise is broken when something was found.</summary>
    public static void FailIf(string? found)
    {
        if (found is not null) Fail(found);
    }

    /// <summary>There is nothing to look at.</summary>
    [DoesNotReturn]
    public static void Skip(string reason) => throw new Verdict(FactOutcome.Skipped, reason);
}
