namespace PluginKd.Sdk.Testing;

/// <summary>Loads a data set.</summary>
internal sealed class DataExercise(ConformanceSubject subject) : Exercise(subject)
{
    protected override void Note(Fingerprint given) => given.AddTexts("files", Subject.Files.Keys);

    protected override void Work(object plugin, KdTestHost host) => Gave.Add(((IDataSource)plugin).Load(host.Stage));
}

/// <summary>Selects from the training split.</summary>
internal sealed class SelectExercise(ConformanceSubject subject) : Exercise(subject)
{
    private readonly DataBundle _data = TinyData.Of(subject.Modality).Sealed();
    private readonly Dictionary<string, Network> _teachers = new() { [Teacher] = new TinyModel(subject.Modality).CreateFrozen(3) };

    public SelectionContext Context(KdTestHost host) =>
        new(host.Stage, _data["train"], _data, new TinySignals(_teachers, host.Stage), [.. _teachers.Keys]);

    protected override void Note(Fingerprint given)
    {
        given.Add(_data);
        given.Add("teacher", _teachers[Teacher]);
    }

    protected override void Work(object plugin, KdTestHost host)
    {
        var selection = ((ISelector)plugin).Select(Context(host));
        Gave.AddNumbers("weights", selection.Weights);
        Gave.AddNumbers("multiplicities", selection.Multiplicities);
    }
}

/// <summary>Makes more examples.</summary>
internal sealed class AugmentExercise(ConformanceSubject subject) : Exercise(subject)
{
    private readonly DataBundle _data = TinyData.Of(subject.Modality).Sealed();

    public AugmentationContext Context(KdTestHost host) => new(host.Stage, _data);

    protected override void Note(Fingerprint given) => given.Add(_data);

    protected override void Work(object plugin, KdTestHost host)
    {
        foreach (var split in ((IAugmenter)plugin).Augment(Context(host))) Gave.Add($"split '{split.Name}':", split);
    }
}
