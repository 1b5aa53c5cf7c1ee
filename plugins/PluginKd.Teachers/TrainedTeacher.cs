namespace PluginKd.Teachers;

/// <summary>Trains one teacher on the labels, by cross-entropy, and freezes it.</summary>
/// <remarks>The teacher is named <c>teacher</c>. Its weights are those after the last step: no epoch is picked.</remarks>
/// <param name="settings">Model, splits, length and optimiser.</param>
[KdPlugin("trained", Settings = typeof(TrainedTeacherSettings))]
public sealed class TrainedTeacher(TrainedTeacherSettings settings) : ITeacher, IChecksData
{
    private const string Name = "teacher";

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; } =
        new Dictionary<string, IReadOnlyList<string>> { [Name] = settings.Model.Signals };

    /// <inheritdoc />
    public IEnumerable<UserErrorException> Check(DataBundle data) => data.FindUnknown(settings.On, "on");

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context)
    {
        var examples = context.Data.Join(settings.On);
        if (!examples.HasLabels)
            throw new UserErrorException($"no example of {string.Join(", ", settings.On)} has a label", "labelled examples to train the teacher on",
                "teacher.on", "name a split with labels");
        context.Stage.SeedTensors("initial-weights");
        var network = Create(Name, new ModelRequest(examples.Inputs, context.Data.Classes.Count));
        new TrainingLoop(settings, context.Stage) { Validation = context.Data.FindValidation() }
            .Run(network, examples, [new LossTerm("cross-entropy", 1, batch => Divergences.CrossEntropy(batch.Student.Logits, batch))]);
        foreach (var parameter in network.parameters()) parameter.requires_grad = false;
        return new Dictionary<string, Network> { [Name] = network };
    }

    /// <inheritdoc />
    public Network Create(string name, ModelRequest request) => settings.Model.Create(request);
}
