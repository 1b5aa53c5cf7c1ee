namespace PluginKd.Sdk.Testing;

/// <summary>Obtains teachers.</summary>
internal sealed class TeacherExercise(ConformanceSubject subject) : Exercise(subject)
{
    private readonly DataBundle _data = TinyData.Of(subject.Modality).Sealed();

    /// <summary>What the plugin made, by name.</summary>
    public IReadOnlyDictionary<string, Network> Networks { get; private set; } = new Dictionary<string, Network>();

    public Split Examples => _data["train"];

    /// <summary>Number of classes, C.</summary>
    public int Classes => _data.Classes.Count;

    protected override void Note(Fingerprint given) => given.Add(_data);

    protected override void Work(object plugin, KdTestHost host)
    {
        Networks = ((ITeacher)plugin).Obtain(new TeacherContext(host.Stage, _data));
        foreach (var (name, network) in Networks) Gave.Add(name, network);
    }
}

/// <summary>Distils a student from one teacher, or from none.</summary>
internal sealed class DistillExercise(ConformanceSubject subject) : Exercise(subject)
{
    private readonly StepRecorder _told = new();
    private DataBundle? _data;
    private Dictionary<string, Network> _teachers = [];

    /// <summary>Whether there is a teacher.</summary>
    public bool HasTeacher { get; init; } = true;

    /// <summary>The student.</summary>
    public Network? Student { get; private set; }

    /// <summary>Steps that listeners were told of.</summary>
    public IReadOnlyList<long> ToldSteps => _told.Steps;

    /// <summary>Steps that the run was to make, as listeners were told.</summary>
    public long PlannedSteps => _told.Planned;

    public Split Examples => _data!["train"];

    /// <summary>Number of classes, C.</summary>
    public int Classes => _data!.Classes.Count;

    protected override void Prepare(object plugin, KdTestHost host)
    {
        var modality = ((IDistiller)plugin).Student.Takes[0];
        _data = TinyData.Of(modality).Sealed();
        if (HasTeacher) _teachers = new() { [Teacher] = new TinyModel(modality).CreateFrozen(_data.Classes.Count) };
    }

    protected override void Note(Fingerprint given)
    {
        given.Add(_data!);
        foreach (var (name, teacher) in _teachers) given.Add(name, teacher);
    }

    protected override void Work(object plugin, KdTestHost host)
    {
        var context = new DistillContext(host.Stage, _data!, _teachers, new TinySignals(_teachers, host.Stage)) { Observer = _told };
        Student = ((IDistiller)plugin).Distill(context);
        Gave.Add("student", Student);
        Gave.AddNumbers("what the listener was told, checkpoints included,", _told.Steps);
    }
}
