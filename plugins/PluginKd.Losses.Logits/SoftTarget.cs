namespace PluginKd.Losses.Logits;

/// <summary>Divergence of the student's softened class distribution from the teacher's: classic knowledge distillation.</summary>
/// <remarks>
/// <para>Formula: <c>τ² · mean over n of Σc pT·(ln pT − ln pS)</c>, where <c>p = softmax(z / τ)</c>; logits [N, C].</para>
/// <para>Unit: nats per example. Zero only where both softened distributions agree. Gradient: <c>τ·(pS − pT) / N</c>, none to the teacher.</para>
/// <para>Source: Hinton, Vinyals and Dean (2015), arXiv:1503.02531, section 2; value as RepDistiller's <c>KD.py</c>. Departures: weights of examples
/// are obeyed when there are any.</para>
/// </remarks>
/// <param name="settings">The temperature.</param>
[KdPlugin("soft-target", Settings = typeof(SoftTargetSettings))]
public sealed class SoftTarget(SoftTargetSettings settings) : ILoss
{
    private readonly double _temperature = settings.Temperature;

    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits]);

    // One multiplication by τ², so that the bits are those of the usual PyTorch loop.
    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch) =>
        Divergences.KullbackLeibler(batch.Student.Logits, batch.Teacher.Logits.detach(), _temperature, batch) * (_temperature * _temperature);
}
