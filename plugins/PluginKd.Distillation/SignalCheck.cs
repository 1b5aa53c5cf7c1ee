namespace PluginKd.Distillation;

/// <summary>Finds losses that ask for what nobody gives, before anything is trained.</summary>
internal static class SignalCheck
{
    /// <summary>One sentence a problem.</summary>
    public static IEnumerable<string> Problems(OfflineSettings settings, IReadOnlyDictionary<string, IReadOnlyList<string>> offers)
    {
        if (settings.Loss.Count == 0) yield return "There is no loss to train on: name at least one in 'loss'.";
        var widening = settings.Loss.Where(l => l.Loss is IWideningLoss).Select(l => $"'{l.Id}'").ToArray();
        if (widening.Length > 1)
            yield return $"The losses {string.Join(" and ", widening)} each ask for another number of outputs; a student can obey one: keep one of them.";
        IReadOnlyList<string> student = widening.Length == 0 ? settings.Student.Signals : [.. settings.Student.Signals, SignalNames.WideLogits];
        foreach (var loss in settings.Loss)
        {
            if (!loss.Weight.IsFinite) yield return $"Loss '{loss.Id}' has a weight that is no finite number.";
            foreach (var signal in Missing(loss.Loss.Needs.Student, student))
            {
                yield return $"Loss '{loss.Id}' reads the student's signal '{signal}', and the student gives only {List(student)}: "
                    + "use another student or loss.";
            }

            foreach (var problem in TeacherProblems(loss, offers)) yield return problem;
        }
    }

    private static IEnumerable<string> TeacherProblems(WeightedLoss loss, IReadOnlyDictionary<string, IReadOnlyList<string>> offers)
    {
        var needed = loss.Loss.Needs.Teacher;
        if (needed.Count > 0 && offers.Count == 0)
        {
            yield return $"Loss '{loss.Id}' reads the teacher's {List(needed)}, and the pipeline has no teacher: "
                + "add one, or use losses that read labels only.";
        }

        foreach (var (teacher, given) in offers)
        {
            foreach (var signal in Missing(needed, given))
            {
                yield return $"Loss '{loss.Id}' reads the signal '{signal}' of the teacher '{teacher}', which gives only {List(given)}: "
                    + "use another teacher or loss.";
            }
        }
    }

    private static IEnumerable<string> Missing(IEnumerable<string> needed, IReadOnlyList<string> given) =>
        needed.Where(signal => !given.Contains(signal));

    private static string List(IEnumerable<string> signals) => string.Join(", ", signals.Select(signal => $"'{signal}'"));
}
