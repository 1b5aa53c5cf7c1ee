namespace PluginKd.Sdk.Testing;

/// <summary>Cross-entropy with the labels, for tests of what trains on losses.</summary>
public sealed class TinyLabelLoss : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [], Labels: true);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch) => Divergences.CrossEntropy(batch.Student.Logits, batch);
}

/// <summary>Divergence from the teacher's class scores, for tests of what trains on losses.</summary>
public sealed class TinyTeacherLoss : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits]);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch) => Divergences.KullbackLeibler(batch.Student.Logits, batch.Teacher.Logits.detach(), 2, batch) * 4;
}
