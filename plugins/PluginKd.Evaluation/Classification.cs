namespace PluginKd.Evaluation;

/// <summary>How often the network is right: accuracy, F1, accuracy by domain and of the worst group, confusion table, agreement with the teacher.</summary>
/// <remarks>
/// <para>Accuracy: share of the labelled examples whose largest logit stands at the label; of equal logits the first counts.</para>
/// <para>Macro-F1: mean over the classes of 2·TP / (2·TP + FP + FN); classes that neither labels nor predictions have are left out. Micro-F1: the same of the sums over the classes; with all classes that is the accuracy, so it is given only where settings leave some out, such as <c>O</c> of tags.</para>
/// <para>Agreement: share of all examples, labelled or not, where network and teacher have their largest logit at the same class.</para>
/// <para>Where tokens have labels, each counts as an example does.</para>
/// </remarks>
/// <param name="settings">Classes that F1 leaves out.</param>
[KdPlugin("classification", Settings = typeof(ClassificationSettings))]
public sealed class Classification(ClassificationSettings settings) : IEvaluator, IChecksData
{
    // Groups may be as many as questions: the worst of them are what matters.
    private const int GroupsShown = 50;

    /// <inheritdoc />
    public IEnumerable<UserErrorException> Check(DataBundle data) => settings.F1Without.Where(name => !data.Classes.Contains(name))
        .Select(name => new UserErrorException($"there is no class '{name}'", $"some of: {string.Join(", ", data.Classes)}", "f1-without", NearestName.Hint(name, data.Classes)));

    /// <inheritdoc />
    public Measurement Measure(EvaluationContext context)
    {
        var predictions = Predictions.Of(context.Logits, $"split '{context.Examples.Name}'");
        var labels = context.Examples.Targets;
        var labelled = Enumerable.Range(0, labels.Length).Where(i => labels[i] != Split.Unlabelled).ToArray();
        if (labelled.Length == 0) throw Predictions.NoLabels(context.Examples);
        var confusion = Confusion.Count(context, predictions, labelled);
        var left = Enumerable.Range(0, context.Classes.Count).Where(c => settings.F1Without.Contains(context.Classes[c])).ToHashSet();
        List<Metric> metrics =
        [
            new("accuracy", confusion.Accuracy, "ratio"),
            new("macro-f1", confusion.MacroF1(left), "ratio"),
            context.Examples.TokenLabels is null ? new("examples", labelled.Length, "examples") : new("tokens", labelled.Length, "tokens"),
        ];
        if (left.Count > 0) metrics.Insert(2, new("micro-f1", confusion.MicroF1(left), "ratio"));
        if (context.TeacherLogits is { } teacher)
            metrics.Insert(2, new("agreement", Agreement(predictions, Predictions.Of(teacher, "the teacher")), "ratio"));
        List<Table> tables = [confusion.ToTable()];
        if (context.Examples.Domains is { } domains)
        {
            var rows = By(context.Examples.OfTargets(domains), labels, predictions, labelled).ToArray();
            metrics.AddRange(rows.Select(row => new Metric($"accuracy/{row.Name}", row.Accuracy, "ratio")));
            tables.Add(TableOf("domain", rows));
        }

        if (context.Examples.Groups is { } groups)
        {
            var rows = By(context.Examples.OfTargets(groups), labels, predictions, labelled).ToArray();
            metrics.Add(new("worst-group-accuracy", rows.Min(row => row.Accuracy), "ratio"));
            tables.Add(TableOf("group", [.. rows.OrderBy(row => row.Accuracy).Take(GroupsShown)]));
        }

        return new Measurement(metrics, tables);
    }

    private static double Agreement(long[] student, long[] teacher) =>
        student.Where((prediction, i) => prediction == teacher[i]).Count() / (double)student.Length;

    private static IEnumerable<(string Name, int Examples, double Accuracy)> By(
        IReadOnlyList<string> names, int[] labels, long[] predictions, int[] labelled) =>
        labelled.GroupBy(i => names[i]).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count(), group.Count(i => predictions[i] == labels[i]) / (double)group.Count()));

    private static Table TableOf(string what, IEnumerable<(string Name, int Examples, double Accuracy)> rows) => new(
        $"Accuracy by {what}",
        [what, "examples", "accuracy"],
        [.. rows.Select(row => new[] { row.Name, Text($"{row.Examples}"), Text($"{row.Accuracy:0.0000}") })]);

    private static string Text(FormattableString number) => FormattableString.Invariant(number);
}
