namespace PluginKd.Losses.Logits;

/// <summary>Divergence of the student's softened class distribution from the teacher's: classic knowledge distillation.</summary>
/// <remarks>
/// <para>Formula: <c>τ² · mean over n of Σc pT·(ln pT − ln pS)</c>, where <c>p = softmax(z / τ)</c>; logits [N, C]. Standardised:
/// <c>p = softmax((z − m) / ((s + 1e-7)·τ))</c>, m and s mean and standard deviation (of the population) of the row. Two
/// classes become 1 and −1, whatever they were: only their order is left.</para>
/// <para>Unit: nats per example. Zero only where both softened distributions agree. Gradient: <c>τ·(pS − pT) / N</c>, none to the teacher.</para>
/// <para>Source: Hinton, Vinyals and Dean (2015), arXiv:1503.02531, section 2; value as RepDistiller's <c>KD.py</c>. Standardised: Sun et al. (2024),
/// arXiv:2403.01427, algorithm 1. Departures: weights of examples are obeyed when there are any; 1e-7 beside s is of the authors' code, whose s is of the
/// sample, √(C / (C − 1)) times the paper's and none for one class.</para>
/// </remarks>
/// <param name="settings">The temperature.</param>
[KdPlugin("soft-target", Settings = typeof(SoftTargetSettings))]
public sealed class SoftTarget(SoftTargetSettings settings) : ILoss
{
    private const double Smallest = 1e-7;

    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits]);

    // One multiplication by τ², so that the bits are those of the usual PyTorch loop.
    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var temperature = settings.Temperature.At(batch.Moment);
        var (student, teacher) = ClassScores.Read(batch);
        if (settings.Standardize) (student, teacher) = (Standardized(student), Standardized(teacher));
        var divergence = Divergences.KullbackLeibler(student, teacher, temperature, batch);
        return settings.TemperatureSquared ? divergence * (temperature * temperature) : divergence;
    }

    // The norm and not the standard deviation of libtorch: its gradient is zero, and not NaN, where all classes have one score.
    private static Tensor Standardized(Tensor logits)
    {
        var centred = logits - logits.mean([1], keepdim: true);
        return centred / ((centred.norm(1, keepdim: true) / Math.Sqrt(logits.size(1))) + Smallest);
    }
}
