namespace PluginKd.Teachers;

/// <summary>Obtains several teachers and lets them answer as one: the mean of their class probabilities or of their logits.</summary>
/// <remarks>
/// <para>Formula, with weights w that sum to 1: <c>logits = ln Σm w[m]·softmax(z[m])</c>, or <c>Σm w[m]·z[m]</c>. The first are log-probabilities.</para>
/// <para>Every teacher that a part offers counts as one, with an equal share of the part's weight. The ensemble is named <c>teacher</c> and offers
/// <c>logits</c> only. Each part draws from a seed of its own, derived from its name.</para>
/// <para>Source: Hinton, Vinyals and Dean (2015), arXiv:1503.02531, section 1. Departures: the mean is taken at temperature 1, whatever the loss's.</para>
/// </remarks>
/// <param name="settings">Members and mean.</param>
[KdPlugin("ensemble", Settings = typeof(EnsembleTeacherSettings))]
public sealed class EnsembleTeacher(EnsembleTeacherSettings settings) : ITeacher, IChecksData
{
    private const string Name = "teacher";

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; } = new Dictionary<string, IReadOnlyList<string>> { [Name] = [SignalNames.Logits] };

    /// <inheritdoc />
    public IEnumerable<UserErrorException> Check(DataBundle data)
    {
        for (var i = 0; i < settings.Members.Count; i++)
        {
            var name = settings.Members[i].Name;
            if (!SettingNames.IsId(name))
                yield return new UserErrorException($"a member is called '{name}'", "lower-case-with-hyphens, such as 'large'", $"members.{i}.name", "give it another name");
            if (settings.Members.Take(i).Any(earlier => earlier.Name == name))
                yield return new UserErrorException($"two members are called '{name}'", "distinct names", $"members.{i}.name", "rename one of them");
        }

        if (settings.Members.Sum(member => member.Teacher.Offers.Count) < 2)
            yield return new UserErrorException("the ensemble has one teacher", "two or more", "members", "add a member, or use its teacher without an ensemble");
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context)
    {
        var phases = new TrainingPhases(context.Stage.Progress, settings.Members.Count);
        var obtained = settings.Members.Index().ToDictionary(m => m.Item.Name, m => Obtain(m.Item, m.Index, context, phases.Next(m.Item.Name)));
        var network = Join((member, teacher) => obtained[member.Name][teacher]);
        foreach (var parameter in network.parameters()) parameter.requires_grad = false;
        network.eval();
        return new Dictionary<string, Network> { [Name] = network };
    }

    /// <inheritdoc />
    public Network Create(string name, ModelRequest request) =>
        Join((member, teacher) => member.Teacher.Create(teacher, request with { Saved = EnsembleNetwork.SavedOf(ChildName(member, teacher), request.Saved) }));

    private static IReadOnlyDictionary<string, Network> Obtain(EnsembleMember member, int index, TeacherContext context, IStageProgress progress)
    {
        var stage = context.Stage with { StageSeed = context.Stage.Seed($"member/{member.Name}"), Progress = progress };
        try
        {
            return member.Teacher.Obtain(context with { Stage = stage });
        }
        catch (UserErrorException error) when (error.Where.StartsWith("teacher.", StringComparison.Ordinal))
        {
            // A part does not know its place in the pipeline.
            throw new UserErrorException(error.Found, error.Expected, $"teacher.members.{index}.{error.Where}", error.Fix, error) { Kind = error.Kind, Why = error.Why };
        }
    }

    private EnsembleNetwork Join(Func<EnsembleMember, string, Network> network)
    {
        var sum = settings.Members.Sum(member => member.Weight);
        return new(settings.Mean, [.. settings.Members.SelectMany(member => member.Teacher.Offers.Keys.Select(teacher =>
            new EnsemblePart(ChildName(member, teacher), network(member, teacher), member.Weight / sum / member.Teacher.Offers.Count)))]);
    }

    // An id has no slash, so no two children have one name.
    private static string ChildName(EnsembleMember member, string teacher) => member.Teacher.Offers.Count == 1 ? member.Name : $"{member.Name}/{teacher}";
}
