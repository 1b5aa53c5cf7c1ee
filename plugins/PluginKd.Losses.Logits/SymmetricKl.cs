namespace PluginKd.Losses.Logits;

/// <summary>Mean of the divergences of student from teacher and of teacher from student.</summary>
/// <remarks>
/// <para>Formula: <c>τ² · mean over n of ½·Σc (pT − pS)·(ln pT − ln pS)</c>, where <c>p = softmax(z / τ)</c>; logits [N, C]. The sum is that of both
/// Kullback–Leibler divergences, and has no difference of large numbers.</para>
/// <para>Unit: nats per example. Zero only where both distributions agree; the same when student and teacher change places. Gradient: the mean of those of
/// <see cref="SoftTarget"/> and <see cref="ReverseKl"/>.</para>
/// <para>Source: Jeffreys (1946), <i>An invariant form for the prior probability in estimation problems</i>; value as the dual regularisation of SimXNS's LEAD.
/// Departures: weights of examples are obeyed when there are any.</para>
/// </remarks>
/// <param name="settings">The temperature.</param>
[KdPlugin("symmetric-kl", Settings = typeof(SymmetricKlSettings))]
public sealed class SymmetricKl(SymmetricKlSettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits]);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var temperature = settings.Temperature.At(batch.Moment);
        var (student, teacher) = ClassScores.Read(batch);
        var (logS, logT) = (ClassScores.LogSoftmax(student, temperature), ClassScores.LogSoftmax(teacher, temperature));
        var each = ((logT.exp() - logS.exp()) * (logT - logS)).sum(1) / 2;
        return batch.Average(each) * ClassScores.Scale(temperature, settings.TemperatureSquared);
    }
}
