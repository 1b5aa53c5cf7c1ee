namespace PluginKd.Sdk.Testing;

/// <summary>Facts about distillers.</summary>
internal static class DistillFacts
{
    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5421", "Who listens is told of every step, in order",
            "Averagers average what they are told of; a step left out changes the average.", LookAtListeners),
    ];

    private static string LookAtListeners(ConformanceRun run) => run.Each(settings =>
    {
        using var host = run.NewHost();
        var told = run.Work(new DistillExercise(run.Subject), settings, host).ToldSteps;
        if (told.Count == 0 && host.Steps.Count == 0) Verdict.Skip("no step is reported");
        if (!told.SequenceEqual(Enumerable.Range(0, told.Count).Select(i => (long)i)))
            Verdict.Fail($"listeners were told of the steps {string.Join(", ", told.Take(10))}, expected 0, 1, 2, …");
        if (host.Steps.Count > 0 && told.Count != host.Steps.Count)
            Verdict.Fail($"{host.Steps.Count} steps are reported, and listeners were told of {told.Count}");
        return $"{told.Count} steps";
    });
}
