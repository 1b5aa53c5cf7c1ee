namespace PluginKd.Teachers;

/// <summary>Obtains several teachers, such as one model with several settings, and keeps the one that is best on the validation split.</summary>
/// <remarks>
/// <para>Every teacher that a candidate offers is one to choose from. The best has the highest accuracy on the validation split, of equals the lowest
/// cross-entropy, of equals the earliest. It is named <c>teacher</c> and offers the signals that all candidates have. Each candidate draws from a seed
/// of its own, derived from its name. There is no paper to depart from.</para>
/// <para>Losses are tried before the run on a network like the first candidate's, as nobody knows yet which is the best.</para>
/// </remarks>
/// <param name="settings">The candidates.</param>
[KdPlugin("best-of", Settings = typeof(BestOfTeacherSettings))]
public sealed class BestOfTeacher(BestOfTeacherSettings settings) : ITeacher, IChecksData
{
    private const string Name = "teacher";

    private readonly NamedTeachers<NamedTeacher> _candidates = new(settings.Candidates, "candidates");

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [Name] = [.. settings.Candidates.SelectMany(candidate => candidate.Teacher.Offers.Values).Aggregate<IEnumerable<string>>(Enumerable.Intersect)],
    };

    /// <inheritdoc />
    public IEnumerable<UserErrorException> Check(DataBundle data)
    {
        foreach (var problem in _candidates.Check()) yield return problem;
        if (_candidates.Count < 2)
            yield return new UserErrorException("there is one candidate", "two or more to choose from", "candidates", "add a candidate, or use its teacher alone");
        if (data.FindValidation() is null) yield return NoValidation("candidates");
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context)
    {
        var validation = context.Data.FindValidation() ?? throw NoValidation("teacher.candidates");
        var obtained = _candidates.Obtain(context, "candidate").ToList();
        var scores = obtained.ConvertAll(candidate => Score(candidate.Key, candidate.Value, validation, context.Stage));
        foreach (var (candidate, score) in obtained.Zip(scores)) context.Stage.Progress.Metric($"{candidate.Key}/validation-accuracy", score.Accuracy, 0);
        var best = ValidationScore.Best(scores);
        context.Stage.Progress.Metric("kept-candidate", best + 1, 0);
        foreach (var (_, other) in obtained.Where((_, i) => i != best)) other.Dispose();
        var network = new ChosenNetwork(obtained[best].Key, obtained[best].Value);
        network.eval();
        return new Dictionary<string, Network> { [Name] = network };
    }

    /// <inheritdoc />
    public Network Create(string name, ModelRequest request)
    {
        var all = _candidates.Select((candidate, offered, own) => (Candidate: candidate, Offered: offered, Own: own)).ToList();
        var wanted = ChosenNetwork.NameIn(request.Saved) ?? all[0].Own;
        var (candidate, offered, own) = all.Single(one => one.Own == wanted);
        return new ChosenNetwork(own, candidate.Teacher.Create(offered, request with { Saved = SavedUnder.Take(own, request.Saved) }));
    }

    private static ValidationScore Score(string name, Network network, Split validation, StageContext stage) => network.CanAnswer(validation.Inputs)
        ? ValidationScore.Of(network, validation, stage)
        : throw new UserErrorException($"the candidate '{name}' has no answer for some of '{validation.Name}'", "one for every example of the validation split", "teacher.candidates",
            "complete its file, or take it out");

    private static UserErrorException NoValidation(string place) => new("the best candidate is chosen on the validation split, and there is none",
        "a split of role validation with labels", place, "add a validation file or share to the data settings");
}
