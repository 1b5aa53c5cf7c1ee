namespace PluginKd.Sdk.Testing;

/// <summary>Facts about evaluators.</summary>
internal static class EvaluationFacts
{
    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5701", "Every metric has a name of its own and a unit, and ratios lie between 0 and 1",
            "Reports compare runs by name and unit.", LookAtMetrics),
        new("KD5702", "Every row of a table has as many cells as there are headings",
            "Reports lay tables out by their headings.", LookAtTables),
        new("KD5703", "A network that is always right has an accuracy of 1",
            "A measure that a perfect answer does not fulfil measures something else.", LookAtPerfection),
        new("KD5704", "It measures without a teacher, too", "A pipeline may have none.", LookAtNoTeacher),
    ];

    private static string LookAtMetrics(ConformanceRun run) => With(run, null, measured =>
    {
        if (measured.Metrics.GroupBy(m => m.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            Verdict.Fail($"two metrics are called '{twice.Key}'");
        foreach (var metric in measured.Metrics)
        {
            if (metric.Name.Length == 0 || metric.Unit.Length == 0) Verdict.Fail($"the metric '{metric.Name}' has no name or no unit");
            if (metric.Unit == "ratio" && metric.Value is not (>= 0 and <= 1)) Verdict.Fail($"the ratio '{metric.Name}' is {metric.Value}");
        }
    });

    private static string LookAtTables(ConformanceRun run) => With(run, null, measured =>
    {
        foreach (var table in measured.Tables)
        {
            if (table.Rows.FirstOrDefault(row => row.Count != table.Columns.Count) is { } row)
                Verdict.Fail($"table '{table.Title}' has {table.Columns.Count} headings and a row of {row.Count} cells");
        }
    });

    private static string LookAtPerfection(ConformanceRun run)
    {
        using var perfect = EvaluateExercise.Perfect(run.Subject.Modality);
        return With(run, perfect, measured =>
        {
            if (measured.Metrics.FirstOrDefault(m => m.Name == "accuracy") is not { } accuracy)
                Verdict.Skip("there is no metric called 'accuracy'");
            else if (accuracy.Value != 1) Verdict.Fail($"the accuracy is {accuracy.Value}");
        });
    }

    private static string LookAtNoTeacher(ConformanceRun run) => run.Each(settings =>
    {
        using var host = run.NewHost();
        run.Work(new EvaluateExercise(run.Subject) { HasTeacher = false }, settings, host);
        return "";
    });

    private static string With(ConformanceRun run, Tensor? logits, Action<Measurement> look) => run.Each(settings =>
    {
        using var host = run.NewHost();
        var exercise = logits is null ? new EvaluateExercise(run.Subject) : new EvaluateExercise(run.Subject) { Logits = logits };
        look(run.Work(exercise, settings, host).Measured!);
        return "";
    });
}
