namespace PluginKd.Sdk.Testing;

/// <summary>Obtains teachers.</summary>
internal sealed class TeacherExercise(ConformanceSubject subject) : Exercise(subject)
{
    private readonly DataBundle _data = TinyData.Of(subject.Modality).Sealed();

    /// <summary>What the plugin made, by name.</summary>
    public IReadOnlyDictionary<string, Network> Networks { get; private set; } = new Dictionary<string, Network>();

    public Split Examples => _data["train"];

    protected override void Note(Fingerprint given) => given.Add(_data);

    protected override void Work(object plugin, KdTestHost host)
    {
        Networks = ((ITeacher)plugin).Obtain(new TeacherContext(host.Stage, _data));
        foreach (var (name, network) in Networks) Gave.Add(name, network);
    }
}

/// <summary>Distils a student from one teacher.</summary>
internal sealed class DistillExercise(ConformanceSubject subject) : Exercise(subject)
{
    private readonly List<long> _steps = [];
    private DataBundle? _data;
    private Dictionary<string, Network> _teachers = [];

    /// <summary>The student.</summary>
    public Network? Student { get; private set; }

    /// <summary>Steps that listeners were told of.</summary>
    public IReadOnlyList<long> ToldSteps => _steps;

    protected override void Prepare(object plugin, KdTestHost host)
    {
        var modality = ((IDistiller)plugin).Student.Modality;
        _data = TinyData.Of(modality).Sealed();
        _teachers = new() { [Teacher] = new TinyModel(modality).CreateFrozen(_data.Classes.Count) };
    }

    protected override void Note(Fingerprint given)
    {
        given.Add(_data!);
        given.Add("teacher", _teachers[Teacher]);
    }

    protected override void Work(object plugin, KdTestHost host)
    {
        var context = new DistillContext(host.Stage, _data!, _teachers, new TinySignals(_teachers, host.Stage)) { Observer = new StepListener(step => _steps.Add(step.Moment.Step)) };
        Student = ((IDistiller)plugin).Distill(context);
        Gave.Add("student", Student);
    }
}
