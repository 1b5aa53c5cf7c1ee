namespace PluginKd.Sdk.Testing;

/// <summary>Measures a network on the test split.</summary>
internal sealed class EvaluateExercise(ConformanceSubject subject) : Exercise(subject)
{
    private readonly DataBundle _data = TinyData.Of(subject.Modality);
    private readonly Network _network = new TinyModel(subject.Modality).CreateFrozen(3);
    private readonly Tensor _teacher = Table("teacher", TestTargets(subject.Modality));

    /// <summary>Class scores of the network, [M, C].</summary>
    public Tensor Logits { get; init; } = Table("student", TestTargets(subject.Modality));

    /// <summary>Whether the pipeline has a teacher.</summary>
    public bool HasTeacher { get; init; } = true;

    /// <summary>What was measured.</summary>
    public Measurement? Measured { get; private set; }

    /// <summary>Scores of a network that is always right and sure of it, [M, C].</summary>
    public static Tensor Perfect(Modality modality)
    {
        using var labels = tensor(TinyData.Of(modality)["test"].Targets.Select(label => (long)label).ToArray());
        return nn.functional.one_hot(labels, 3).to(float32) * 20;
    }

    protected override void Note(Fingerprint given)
    {
        given.Add("examples", _data["test"]);
        given.Add("network", _network);
        given.Add("logits", Logits);
        given.Add("teacher's logits", _teacher);
    }

    protected override void Work(object plugin, KdTestHost host)
    {
        Measured = ((IEvaluator)plugin).Measure(new EvaluationContext(host.Stage, _network, _data["test"], _data.Classes, Logits, HasTeacher ? _teacher : null)
        {
            Validation = new Lazy<ValidationScores>(() => new(_data["validation"], Table("validation", _data["validation"].Targets.Length))),
        });
        Gave.AddTexts("metrics", Measured.Metrics.Select(m => m.Varies ? $"{m.Name} in {m.Unit}" : FormattableString.Invariant($"{m.Name} {m.Value:R} {m.Unit}")));
        foreach (var table in Measured.Tables) Gave.AddTexts($"table '{table.Title}'", table.Rows.Prepend(table.Columns).Select(row => string.Join('\t', row)));
    }

    private static int TestTargets(Modality modality) => TinyData.Of(modality)["test"].Targets.Length;

    private static Tensor Table(string name, int rows)
    {
        var random = new SeededRandom(Seeds.Derive(1, name));
        return tensor(Enumerable.Range(0, rows * 3).Select(_ => (float)((4 * random.NextDouble()) - 2)).ToArray()).reshape(rows, 3);
    }
}
