namespace PluginKd.Distillation;

/// <summary>Trains one student with frozen teachers, on a weighted sum of losses.</summary>
/// <remarks>
/// Source: Hinton, Vinyals and Dean (2015), arXiv:1503.02531. With losses that read no teacher it trains on labels alone. Its baseline keeps
/// those losses that read no teacher (or else cross-entropy) and those splits that have labels, and makes as many updates.
/// </remarks>
[KdPlugin("offline", Settings = typeof(OfflineSettings))]
public sealed class Offline : IDistiller, IChecksData
{
    private readonly OfflineSettings _settings;
    private readonly LossSum _losses;
    private readonly bool _labelsOnly;

    /// <summary>Trains by some settings.</summary>
    /// <param name="settings">Student, losses, splits, length and optimiser.</param>
    public Offline(OfflineSettings settings)
        : this(settings, labelsOnly: false)
    {
    }

    private Offline(OfflineSettings settings, bool labelsOnly) => (_settings, _losses, _labelsOnly) = (settings, new LossSum(settings.Loss), labelsOnly);

    /// <inheritdoc />
    public IModel Student => _settings.Student;

    /// <inheritdoc />
    public IEnumerable<string> Check(IReadOnlyDictionary<string, IReadOnlyList<string>> offers) => SignalCheck.Problems(_settings, offers);

    /// <inheritdoc />
    public IEnumerable<UserErrorException> Check(DataBundle data) => data.FindUnknown(_settings.On ?? ["train"], "on");

    /// <inheritdoc />
    public IDistiller WithoutTeacher()
    {
        WeightedLoss[] own = [.. _settings.Loss.Where(l => l.Loss.Needs.Teacher.Count == 0)];
        return new Offline(_settings with { Loss = own.Length > 0 ? own : [new WeightedLoss("cross-entropy", new LabelLoss(), 1)] }, labelsOnly: true);
    }

    /// <inheritdoc />
    public Network Create(ModelRequest request)
    {
        var network = Student.Create(request with { Outputs = _losses.Widening?.Outputs(request.Outputs) ?? request.Outputs });
        return _losses.Widening is { } reader ? new ReadOutNetwork(network, reader) : network;
    }

    /// <inheritdoc />
    public Network Distill(DistillContext context)
    {
        var (examples, updates) = Examples(context.Data);
        _losses.Fit(context, examples);
        context.Stage.SeedTensors("initial-weights");
        var student = Create(new ModelRequest(examples.Inputs, context.Data.Classes.Count));
        var companions = _losses.CreateModules(context, student, examples);
        var signals = _losses.TeacherSignals;
        new TrainingLoop(_settings with { Steps = updates }, context.Stage)
        {
            Order = context.Order ?? new ShuffledOrder(context.Stage),
            Teachers = _settings.TeacherSignals == SignalSource.Cached
                ? TeacherFeed.Cached(context, examples, signals)
                : TeacherFeed.Online(context, examples, signals),
            Companions = companions,
            State = _losses.State,
            Balance = _settings.Balance,
            Observer = context.Observer,
            Validation = context.Data.FindValidation(),
        }.Run(student, examples, _losses.Terms);
        return student;
    }

    /// <summary>Joins the transfer set, and says how many updates to make of it when that does not follow from the settings.</summary>
    private (Split Examples, int? Updates) Examples(DataBundle data)
    {
        IReadOnlyList<string> names = _settings.On ?? (data.Find("unlabelled") is null ? ["train"] : ["train", "unlabelled"]);
        var examples = data.Join(names);
        var updates = _settings.Steps;
        if (_labelsOnly && names.Where(name => !IsUnlabelled(data[name])).ToList() is { Count: > 0 } labelled && labelled.Count < names.Count)
        {
            updates ??= checked(_settings.Epochs * ((examples.Count + _settings.BatchSize - 1) / _settings.BatchSize));
            examples = data.Join(labelled);
        }

        if (_losses.OnlyLabels && IsUnlabelled(examples))
            throw new UserErrorException("every loss reads labels, and no training example has one",
                "labelled examples, or a loss that reads a teacher", $"split '{examples.Name}'",
                "name a split with labels in 'on', or add a loss such as soft-target");
        return (examples, updates);
    }

    private static bool IsUnlabelled(Split split) => !split.HasLabels;
}
