namespace PluginKd.Distillation;

/// <summary>Trains one student with frozen teachers, on a weighted sum of losses.</summary>
/// <remarks>
/// Source: Hinton, Vinyals and Dean (2015), arXiv:1503.02531. With losses that read no teacher it trains on labels alone: the baseline.
/// </remarks>
/// <param name="settings">Student, losses, splits, length and optimiser.</param>
[KdPlugin("offline", Settings = typeof(OfflineSettings))]
public sealed class Offline(OfflineSettings settings) : IDistiller, IChecksData
{
    private readonly LossSum _losses = new(settings.Loss);

    /// <inheritdoc />
    public IModel Student => settings.Student;

    /// <inheritdoc />
    public IEnumerable<string> Check(IReadOnlyDictionary<string, IReadOnlyList<string>> offers) => SignalCheck.Problems(settings, offers);

    /// <inheritdoc />
    public IEnumerable<UserErrorException> Check(DataBundle data) => data.FindUnknown(settings.On ?? ["train"], "on");

    /// <inheritdoc />
    public Network Distill(DistillContext context)
    {
        var examples = Examples(context.Data);
        _losses.Fit(context, examples);
        var student = Create(context, examples);
        var companions = _losses.CreateModules(context, student, examples);
        var signals = _losses.TeacherSignals;
        new TrainingLoop(settings, context.Stage)
        {
            Order = context.Order ?? new ShuffledOrder(context.Stage),
            Teachers = settings.TeacherSignals == SignalSource.Cached
                ? TeacherFeed.Cached(context, examples, signals)
                : TeacherFeed.Online(context, examples, signals),
            Companions = companions,
            AfterStep = context.AfterStep,
        }.Run(student, examples, _losses.Evaluate);
        return student;
    }

    private Split Examples(DataBundle data)
    {
        var examples = settings.On is { } named ? data.Join(named) : data.Join(["train", "unlabelled"], optional: ["unlabelled"]);
        if (_losses.OnlyLabels && Array.TrueForAll(examples.Labels, label => label == Split.Unlabelled))
            throw new UserErrorException("every loss reads labels, and no training example has one",
                "labelled examples, or a loss that reads a teacher", $"split '{examples.Name}'",
                "name a split with labels in 'on', or add a loss such as soft-target");
        return examples;
    }

    private Network Create(DistillContext context, Split examples)
    {
        var classes = context.Data.Classes.Count;
        context.Stage.SeedTensors("initial-weights");
        var network = settings.Student.Create(new ModelRequest(examples.Inputs, _losses.Widening?.Outputs(classes) ?? classes));
        return _losses.Widening is { } reader ? new ReadOutNetwork(network, reader) : network;
    }
}
