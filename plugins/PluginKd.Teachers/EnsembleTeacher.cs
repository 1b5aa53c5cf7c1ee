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

    private readonly NamedTeachers<EnsembleMember> _members = new(settings.Members, "members");

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; } = new Dictionary<string, IReadOnlyList<string>> { [Name] = [SignalNames.Logits] };

    /// <inheritdoc />
    public IEnumerable<UserErrorException> Check(DataBundle data)
    {
        foreach (var problem in _members.Check()) yield return problem;
        if (_members.Count < 2)
            yield return new UserErrorException("the ensemble has one teacher", "two or more", "members", "add a member, or use its teacher without an ensemble");
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context)
    {
        var obtained = _members.Obtain(context, "member");
        var network = Join((_, _, own) => obtained[own]);
        foreach (var parameter in network.parameters()) parameter.requires_grad = false;
        network.eval();
        return new Dictionary<string, Network> { [Name] = network };
    }

    /// <inheritdoc />
    public Network Create(string name, ModelRequest request) =>
        Join((member, teacher, own) => member.Teacher.Create(teacher, request with { Saved = SavedUnder.Take(own, request.Saved) }));

    private EnsembleNetwork Join(Func<EnsembleMember, string, string, Network> network)
    {
        var sum = settings.Members.Sum(member => member.Weight);
        return new(settings.Mean, [.. _members.Select((member, teacher, own) =>
            new EnsemblePart(own, network(member, teacher, own), member.Weight / sum / member.Teacher.Offers.Count))]);
    }
}
