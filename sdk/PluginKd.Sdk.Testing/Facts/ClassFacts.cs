using System.Diagnostics;

namespace PluginKd.Sdk.Testing;

/// <summary>Facts about the class and its settings, of every kind.</summary>
internal static class ClassFacts
{
    private const int Constructions = 5;
    private static readonly TimeSpan LongestConstruction = TimeSpan.FromMilliseconds(50);

    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5001", "The class is public and sealed, and the manifest tool accepts it",
            "The build of a plugin that is not stops with an error.", LookAtClass, needsWork: false),
        new("KD5002", "The default settings lie within their own ranges",
            "A pipeline that leaves a setting out would be refused, or run with a value that nobody may type.", LookAtDefaults, needsWork: false),
        new("KD5003", "Settings are the same after they were written into a pipeline file and read back",
            "What is typed would not be what is used.", LookAtSamples, needsWork: false),
        new("KD5004", "A misspelt setting is refused, and the right name is told",
            "Of two settings with one name only one can be set, and a typing error would be passed over without a word.", LookAtNames, needsWork: false),
        new(FactList.Works, "It does its work on tiny data",
            "Nothing else can be said of a plugin that throws.",
            run => run.Problem() is { } problem ? throw new Verdict(FactOutcome.Failed, problem) : "", needsWork: false),
        new("KD5006", "The constructor does no work: below 50 ms, no thread, no file, nothing printed",
            "All plugins of a pipeline are made before the first works; who waits there waits without a word.", LookAtConstructor, needsWork: false),
    ];

    private static string LookAtClass(ConformanceRun run)
    {
        var plugin = run.Subject.Plugin;
        if (!plugin.IsDefined(typeof(KdPluginAttribute), inherit: false)) Verdict.Fail($"{plugin.Name} has no [KdPlugin]");
        if (!plugin.IsVisible) Verdict.Fail($"{plugin.Name} is not public");
        if (!plugin.IsSealed) Verdict.Fail($"{plugin.Name} is not sealed");
        Verdict.FailIf(run.Manifest.FindProblems().FirstOrDefault());
        return "";
    }

    private static string LookAtDefaults(ConformanceRun run)
    {
        if (run.Samples[0] is not { } sample) throw NothingToSet();
        var check = new SettingsCheck(run);
        var required = SettingsCheck.Write(sample, out var text);
        foreach (var name in required.Select(p => p.Key).Except(check.Required).ToList()) required.Remove(name);
        // Twice: the first fills in the defaults, the second looks at them.
        check.Problems(required, text, out var filled);
        if (check.Problems(filled, text, out _) is [var problem, ..]) Verdict.Fail(SettingsCheck.Tell(problem));
        return "";
    }

    private static string LookAtSamples(ConformanceRun run) => run.Each(settings =>
    {
        if (settings is null) throw NothingToSet();
        var check = new SettingsCheck(run);
        var written = SettingsCheck.Write(settings, out var text);
        var bound = SettingsCheck.Write(check.Bind(written, text), out _);
        foreach (var name in check.Names.Where(name => written[name]?.ToJsonString() != bound[name]?.ToJsonString()))
            Verdict.Fail($"{name} was {written[name]?.ToJsonString() ?? "not given"} and came back as {bound[name]?.ToJsonString() ?? "nothing"}");
        return "";
    });

    private static string LookAtNames(ConformanceRun run)
    {
        if (run.Samples[0] is not { } sample) throw NothingToSet();
        var check = new SettingsCheck(run);
        if (check.Names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice)
            Verdict.Fail($"two settings are called '{twice.Key}' in pipeline files");
        foreach (var right in check.Names)
        {
            var settings = SettingsCheck.Write(sample, out var text);
            settings[right + "x"] = true;
            var problem = check.Problems(settings, text, out _).FirstOrDefault(p => p.Where.EndsWith($".{right}x", StringComparison.Ordinal));
            if (problem?.Fix.Contains($"'{right}'", StringComparison.Ordinal) != true)
                Verdict.Fail($"'{right}x' was {(problem is null ? "taken" : $"refused with: {problem.Fix}")}");
        }

        return "";
    }

    private static string LookAtConstructor(ConformanceRun run) => run.Each(settings =>
    {
        using var host = run.NewHost();
        using var console = new WatchedConsole();
        using var folders = new WatchedFolders(host.Folder);
        var best = TimeSpan.MaxValue;
        var made = new List<object>();
        var threads = Threads();
        for (var i = 0; i < Constructions; i++)
        {
            var start = Stopwatch.GetTimestamp();
            made.Add(run.Make(settings));
            // The shortest: the others wait for the compiler, or for another program.
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
        }

        var more = Threads() - threads;
        foreach (var disposable in made.OfType<IDisposable>()) disposable.Dispose();
        if (best > LongestConstruction) Verdict.Fail($"the constructor takes {best.TotalMilliseconds:0} ms");
        if (more >= Constructions) Verdict.Fail($"{Constructions} instances started {more} threads");
        if (folders.Changes() is [var change, ..]) Verdict.Fail($"the constructor wrote {change}");
        if (console.Written.Length > 0) Verdict.Fail($"the constructor printed '{console.Written.Trim()}'");
        return "";
    });

    private static Verdict NothingToSet() => new(FactOutcome.Skipped, "the plugin has no settings");

    private static int Threads()
    {
        using var process = Process.GetCurrentProcess();
        return process.Threads.Count;
    }
}
