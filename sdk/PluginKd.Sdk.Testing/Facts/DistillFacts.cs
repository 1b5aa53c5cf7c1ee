namespace PluginKd.Sdk.Testing;

/// <summary>Facts about distillers.</summary>
internal static class DistillFacts
{
    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5421", "Who listens is told of every step, in order",
            "Averagers average what they are told of; a step left out changes the average.", LookAtListeners),
        new("KD5422", "Create makes the student again from what it saved: the same weights fit, and it answers with the same bits",
            "Students are measured and shipped from a file, in another process than the one that trained them.", LookAtCreate),
        new("KD5423", "WithoutTeacher is nothing, or trains with no teacher given for as many updates",
            "A baseline that does less work makes distillation look better than it is.", LookAtBaseline),
    ];

    // By a new instance: the one that trained is gone.
    private static string LookAtCreate(ConformanceRun run) => run.Each(settings =>
    {
        using var host = run.NewHost();
        var exercise = run.Work(new DistillExercise(run.Subject), settings, host);
        var plugin = (IDistiller)run.Make(settings);
        using var disposable = plugin as IDisposable;
        MadeAgain.Look("the student", exercise.Student!, plugin.Create, (exercise.Examples, exercise.Classes), plugin.Student.Signals, host.Stage);
        return "";
    });

    private static string LookAtBaseline(ConformanceRun run) => run.Each(settings =>
    {
        using KdTestHost host = run.NewHost(), bare = run.NewHost();
        var with = run.Work(new DistillExercise(run.Subject), settings, host);
        var plugin = (IDistiller)run.Make(settings);
        using var disposable = plugin as IDisposable;
        if (plugin.WithoutTeacher() is not { } baseline) return "there is no baseline";
        using var other = baseline as IDisposable;
        var without = new DistillExercise(run.Subject) { HasTeacher = false };
        try
        {
            without.Do(baseline, bare);
        }
        catch (UserErrorException refusal)
        {
            // Such as examples without a label, from which only a teacher can teach.
            Verdict.Skip($"with these settings it refuses to train without a teacher: {refusal.Found}");
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            Verdict.Fail($"with no teacher given it ends in {ConformanceRun.Describe(problem)}");
        }

        // Who stops early has planned as many.
        var (updates, expected) = (without.ToldSteps.Count, with.ToldSteps.Count);
        if (updates != expected && without.PlannedSteps != with.PlannedSteps) Verdict.Fail($"it makes {updates} updates without a teacher, and {expected} with one");
        return $"{updates} updates";
    });

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
