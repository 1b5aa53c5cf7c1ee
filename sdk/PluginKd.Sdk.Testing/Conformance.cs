namespace PluginKd.Sdk.Testing;

/// <summary>Checks a plugin against the promises of its contract.</summary>
/// <remarks>One check at a time in a process: it watches the console, the working directory and libtorch's generator, which are the process's.</remarks>
public static class Conformance
{
    private static readonly Lock OneAtATime = new();

    /// <summary>Lists the facts that apply to a plugin's kind, in the order of their codes.</summary>
    /// <param name="plugin">The plugin's class.</param>
    public static IReadOnlyList<ConformanceFact> FactsFor(Type plugin) =>
        [.. PluginKinds.Of(plugin).Take(1).SelectMany(FactList.For).Select(definition => definition.Fact)];

    /// <summary>Says what is wrong with the waivers of a subject: a code that its kind does not have, or an empty reason.</summary>
    /// <param name="subject">The plugin.</param>
    /// <exception cref="ArgumentException">A waiver is wrong; the message names the nearest code.</exception>
    public static void CheckWaivers(ConformanceSubject subject)
    {
        var codes = FactsFor(subject.Plugin).Select(fact => fact.Code).ToList();
        foreach (var (code, reason) in subject.Waivers)
        {
            if (!codes.Contains(code))
                throw new ArgumentException($"The waiver '{code}' names no fact that applies to {subject.Plugin.Name}: {NearestName.Hint(code, codes)}", nameof(subject));
            if (string.IsNullOrWhiteSpace(reason))
                throw new ArgumentException($"The waiver of {code} has no reason: say in one sentence why {subject.Plugin.Name} need not keep it.", nameof(subject));
        }
    }

    /// <summary>Looks at every fact.</summary>
    /// <param name="subject">The plugin.</param>
    /// <exception cref="ArgumentException">The class is no plugin, or a waiver is wrong.</exception>
    public static ConformanceReport Check(ConformanceSubject subject)
    {
        CheckWaivers(subject);
        lock (OneAtATime)
        {
            using var run = new ConformanceRun(subject);
            return new ConformanceReport(subject.Plugin.FullName!, run.Kind, [.. FactList.For(run.Kind).Select(fact => Look(fact, run))]);
        }
    }

    /// <summary>Looks at one fact.</summary>
    /// <param name="subject">The plugin.</param>
    /// <param name="code">Such as <c>KD5102</c>.</param>
    /// <exception cref="ArgumentException">The class is no plugin, its kind has no such fact, or a waiver is wrong.</exception>
    public static FactResult Check(ConformanceSubject subject, string code)
    {
        CheckWaivers(subject);
        lock (OneAtATime)
        {
            using var run = new ConformanceRun(subject);
            var fact = FactList.For(run.Kind).FirstOrDefault(definition => definition.Fact.Code == code)
                       ?? throw new ArgumentException($"No fact '{code}' applies to {subject.Plugin.Name}.", nameof(code));
            return Look(fact, run);
        }
    }

    private static FactResult Look(FactDefinition definition, ConformanceRun run)
    {
        if (run.Subject.Waivers.TryGetValue(definition.Fact.Code, out var reason)) return new(definition.Fact, FactOutcome.Waived, reason);
        try
        {
            using var scope = torch.NewDisposeScope();
            // A plugin that does no work breaks one promise, not all of them.
            if (definition.NeedsWork && run.Problem() is { } problem)
                return new(definition.Fact, FactOutcome.Skipped, $"the plugin does no work, see {FactList.Works}: {problem}");
            return new(definition.Fact, FactOutcome.Passed, definition.Look(run));
        }
        catch (Verdict verdict)
        {
            return new(definition.Fact, verdict.Outcome, verdict.Message);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return new(definition.Fact, FactOutcome.Failed, ConformanceRun.Describe(problem));
        }
    }
}
