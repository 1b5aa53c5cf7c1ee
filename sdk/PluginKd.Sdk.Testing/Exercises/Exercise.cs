namespace PluginKd.Sdk.Testing;

/// <summary>Lets a plugin do its work once on tiny data, as the host would, and notes what it gave.</summary>
internal abstract class Exercise(ConformanceSubject subject)
{
    /// <summary>Name of the only teacher.</summary>
    public const string Teacher = "teacher";

    protected ConformanceSubject Subject => subject;

    /// <summary>What the plugin gave.</summary>
    public Fingerprint Gave { get; } = new();

    /// <summary>What of the things given to the plugin it changed, or null.</summary>
    public string? Changed { get; protected set; }

    /// <summary>Whether what was made for the plugin, such as first weights of its module, drew from libtorch's generator.</summary>
    public bool DrewInPreparation { get; private set; }

    /// <summary>Exercise for plugins of a kind.</summary>
    public static Exercise For(string kind, ConformanceSubject subject) => kind switch
    {
        "data" => new DataExercise(subject),
        "teacher" => new TeacherExercise(subject),
        "select" => new SelectExercise(subject),
        "augment" => new AugmentExercise(subject),
        "model" => new ModelExercise(subject),
        "loss" => new LossExercise(subject),
        "distill" => new DistillExercise(subject),
        "average" => new AverageExercise(subject),
        "evaluate" => new EvaluateExercise(subject),
        _ => throw new InvalidOperationException($"There is no kind of plugin '{kind}'."),
    };

    /// <summary>Does the work.</summary>
    public void Do(object plugin, KdTestHost host)
    {
        using var scope = NewDisposeScope();
        // As the host does before each stage.
        host.Stage.SeedTensors("stage");
        using var fresh = get_rng_state();
        Prepare(plugin, host);
        using var prepared = get_rng_state();
        DrewInPreparation = !fresh.bytes.SequenceEqual(prepared.bytes);
        var before = new Fingerprint();
        Note(before);
        host.Stage.SeedTensors("stage");
        Work(plugin, host);
        var after = new Fingerprint();
        Note(after);
        Changed ??= after.DifferenceFrom(before);
    }

    /// <summary>Makes what the plugin is given.</summary>
    protected virtual void Prepare(object plugin, KdTestHost host)
    {
        // Most need nothing made.
    }

    /// <summary>Notes what the plugin was given and must leave as it is.</summary>
    protected abstract void Note(Fingerprint given);

    /// <summary>The plugin's verb.</summary>
    protected abstract void Work(object plugin, KdTestHost host);
}
