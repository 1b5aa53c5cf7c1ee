namespace PluginKd.Sdk.Testing;

/// <summary>Facts about what a plugin leaves alone while it works, of every kind.</summary>
internal static class QuietFacts
{
    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5007", "It prints nothing: words go to the context's log",
            "Lines of a plugin would break the progress display and output that scripts read.", LookAtConsole),
        new("KD5008", "It writes only where StageContext.Files says: not in the working directory, the temporary or home folder, nor beside the pipeline",
            "A run must leave nothing but its run folder behind, and must work where nothing may be written.", LookAtFiles),
        new("KD5009", "It leaves what it is given as it was",
            "Data, networks and signals are shared with the stages that come after.", LookAtGiven),
    ];

    private static string LookAtConsole(ConformanceRun run) => run.Each(settings =>
    {
        using var console = new WatchedConsole();
        run.Work(settings);
        if (console.Written.Length > 0) Verdict.Fail($"it printed '{console.Written.Trim().Split('\n')[0]}'");
        return "";
    });

    private static string LookAtFiles(ConformanceRun run) => run.Each(settings =>
    {
        using var host = run.NewHost();
        using var folders = new WatchedFolders(host.Folder);
        run.Work(Exercise.For(run.Kind, run.Subject), settings, host);
        if (folders.Changes() is [var change, ..]) Verdict.Fail($"it wrote or removed {change}: StageContext.Files has a scratch folder, and a folder for what stays with the run");
        return "";
    });

    private static string LookAtGiven(ConformanceRun run) => run.Each(settings =>
    {
        if (run.Work(settings).Changed is { } changed) Verdict.Fail($"{changed} after the work");
        return "";
    });
}
