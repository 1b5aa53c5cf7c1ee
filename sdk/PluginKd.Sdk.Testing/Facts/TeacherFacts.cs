namespace PluginKd.Sdk.Testing;

/// <summary>Facts about teachers.</summary>
internal static class TeacherFacts
{
    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5411", "The teachers and signals that it gives are those that it offered",
            "Losses are checked against the offer before anything is trained.", LookAtOffers),
        new("KD5412", "The teachers are frozen: no parameter asks for a gradient",
            "A frozen teacher costs no memory for gradients and cannot be changed by a student's training.", LookAtFreezing),
        new("KD5413", "Names of teachers are lower-case-with-hyphens, and not student or baseline",
            "They become file names and rows of the results; the host refuses others after hours of training.", LookAtOfferedNames),
        new("KD5414", "Create makes every teacher again from what it saved: the same weights fit, and it answers with the same bits",
            "Stages that learn from a teacher read it from a file, in another process than the one that trained it.", LookAtCreate),
    ];

    private static string LookAtOffers(ConformanceRun run) => With(run, (teacher, exercise) =>
    {
        if (!teacher.Offers.Keys.Order().SequenceEqual(exercise.Networks.Keys.Order()))
            Verdict.Fail($"it offers {string.Join(", ", teacher.Offers.Keys)} and gives {string.Join(", ", exercise.Networks.Keys)}");
        foreach (var (name, network) in exercise.Networks)
        {
            using var quiet = no_grad();
            var given = network.call([.. network.Encode(exercise.Examples.Inputs)]).Names.ToList();
            if (teacher.Offers[name].Except(given).FirstOrDefault() is { } missing)
                Verdict.Fail($"'{name}' does not answer with '{missing}', which is offered");
        }
    });

    private static string LookAtFreezing(ConformanceRun run) => With(run, (_, exercise) =>
    {
        foreach (var (name, network) in exercise.Networks)
        {
            if (network.named_parameters().Where(p => p.parameter.requires_grad).Select(p => p.name).FirstOrDefault() is { } free)
                Verdict.Fail($"'{free}' of '{name}' asks for a gradient");
        }
    });

    private static string LookAtOfferedNames(ConformanceRun run) => run.Each(settings =>
    {
        foreach (var name in ((ITeacher)run.Make(settings)).Offers.Keys)
        {
            if (!SettingNames.IsId(name) || name is "student" or "baseline") Verdict.Fail($"a teacher is called '{name}'");
        }

        return "";
    });

    // By a new instance: the one that trained is gone.
    private static string LookAtCreate(ConformanceRun run) => run.Each(settings =>
    {
        using var host = run.NewHost();
        var exercise = run.Work(new TeacherExercise(run.Subject), settings, host);
        var plugin = (ITeacher)run.Make(settings);
        using var disposable = plugin as IDisposable;
        // What a teacher lacks of its offer has a fact of its own.
        foreach (var (name, network) in exercise.Networks.Where(n => plugin.Offers.ContainsKey(n.Key)))
        {
            using var quiet = no_grad();
            var given = network.call([.. network.Encode(exercise.Examples.Inputs)]).Names;
            MadeAgain.Look($"the teacher '{name}'", network, request => plugin.Create(name, request), (exercise.Examples, exercise.Classes), [.. plugin.Offers[name].Intersect(given)], host.Stage);
        }

        return "";
    });

    private static string With(ConformanceRun run, Action<ITeacher, TeacherExercise> look) => run.Each(settings =>
    {
        using var host = run.NewHost();
        look((ITeacher)run.Make(settings), run.Work(new TeacherExercise(run.Subject), settings, host));
        return "";
    });
}
