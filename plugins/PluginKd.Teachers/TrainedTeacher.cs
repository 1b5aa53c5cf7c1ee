using System.Globalization;

namespace PluginKd.Teachers;

/// <summary>Trains a teacher on the labels, by cross-entropy, and freezes it; or several, of which it keeps the best or all.</summary>
/// <remarks>
/// The teacher is named <c>teacher</c>; several that are all kept are <c>teacher-1</c>, <c>teacher-2</c> and so on. The first is the one that is
/// trained without <c>seeds</c>. Weights are those after the last step, unless early stopping says otherwise.
/// </remarks>
/// <param name="settings">Model, splits, length and optimiser.</param>
[KdPlugin("trained", Settings = typeof(TrainedTeacherSettings))]
public sealed class TrainedTeacher(TrainedTeacherSettings settings) : ITeacher, IChecksData
{
    private const string Name = "teacher";

    private bool AreAllKept => settings.Seeds > 1 && settings.Keep == TrainedNetworks.All;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers =>
        Enumerable.Range(0, AreAllKept ? settings.Seeds : 1).ToDictionary(NameOf, _ => settings.Model.Signals);

    /// <inheritdoc />
    public IEnumerable<UserErrorException> Check(DataBundle data)
    {
        foreach (var problem in data.FindUnknown(settings.On, "on")) yield return problem;
        if (settings.Seeds > 1 && !AreAllKept && data.FindValidation() is null) yield return NoValidation("keep");
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context)
    {
        var examples = context.Data.Join(settings.On);
        if (!examples.HasLabels)
            throw new UserErrorException($"no example of {string.Join(", ", settings.On)} has a label", "labelled examples to train the teacher on",
                "teacher.on", "name a split with labels");
        var phases = new TrainingPhases(context.Stage.Progress, settings.Seeds);
        var trained = Enumerable.Range(0, settings.Seeds).Select(i => Train(i, context, examples, phases.Next(settings.Seeds == 1 ? "" : SeedName(i)))).ToList();
        if (settings.Seeds > 1 && !AreAllKept) trained = [Best(trained, context)];
        return trained.Index().ToDictionary(t => NameOf(t.Index), t => t.Item);
    }

    /// <inheritdoc />
    public Network Create(string name, ModelRequest request) => settings.Model.Create(request);

    private Network Train(int index, TeacherContext context, Split examples, IStageProgress progress)
    {
        var stage = context.Stage with { StageSeed = index == 0 ? context.Stage.StageSeed : context.Stage.Seed(SeedName(index)), Progress = progress };
        stage.SeedTensors("initial-weights");
        var network = Create(Name, new ModelRequest(examples.Inputs, context.Data.Classes.Count));
        new TrainingLoop(settings, stage) { Validation = context.Data.FindValidation() }
            .Run(network, examples, [new LossTerm("cross-entropy", 1, batch => Divergences.CrossEntropy(batch.Student.Logits, batch))]);
        foreach (var parameter in network.parameters()) parameter.requires_grad = false;
        return network;
    }

    private static Network Best(List<Network> networks, TeacherContext context)
    {
        var validation = context.Data.FindValidation() ?? throw NoValidation("teacher.keep");
        var scores = networks.ConvertAll(network => ValidationScore.Of(network, validation, context.Stage));
        foreach (var (i, score) in scores.Index()) context.Stage.Progress.Metric($"{SeedName(i)}/validation-accuracy", score.Accuracy, 0);
        var best = ValidationScore.Best(scores);
        context.Stage.Progress.Metric("kept-seed", best + 1, 0);
        foreach (var other in networks.Where((_, i) => i != best)) other.Dispose();
        return networks[best];
    }

    private string NameOf(int index) => AreAllKept ? string.Create(CultureInfo.InvariantCulture, $"{Name}-{index + 1}") : Name;

    private static string SeedName(int index) => string.Create(CultureInfo.InvariantCulture, $"seed-{index + 1}");

    private static UserErrorException NoValidation(string place) => new("the best of several networks is chosen on the validation split, and there is none",
        "a split of role validation with labels", place, "add a validation file or share to the data settings, or set keep to \"all\"");
}
