namespace PluginKd.Sdk.Testing;

/// <summary>Shows an averager some steps of a student and asks for the average.</summary>
internal sealed class AverageExercise(ConformanceSubject subject) : Exercise(subject)
{
    private const int Steps = 4;
    private readonly Network _student = new TinyModel(subject.Modality).CreateFrozen(3);

    /// <summary>What each step adds to every weight.</summary>
    public double Move { get; init; } = 0.125;

    /// <summary>The student, after the average was written.</summary>
    public Network Student => _student;

    protected override void Note(Fingerprint given) => given.Add("steps", $"{Steps}");

    protected override void Work(object plugin, KdTestHost host)
    {
        using var quiet = no_grad();
        var averager = (IAverager)plugin;
        for (var step = 0; step < Steps; step++)
        {
            using var scope = NewDisposeScope();
            foreach (var parameter in _student.parameters()) parameter.add_(Move).Dispose();
            var before = Weights();
            averager.Observe(new TrainingStep(_student, new Moment(0, 1, step, Steps)));
            Changed ??= Weights().DifferenceFrom(before);
        }

        averager.WriteTo(_student);
        Gave.Add("average", _student);
    }

    private Fingerprint Weights()
    {
        var weights = new Fingerprint();
        weights.Add("the student seen by Observe:", _student);
        return weights;
    }
}
