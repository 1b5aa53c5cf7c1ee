namespace PluginKd.Losses.Logits;

/// <summary>Divergence of the teacher's class distribution from the student's: the student keeps to classes that the teacher finds likely.</summary>
/// <remarks>
/// <para>Formula: <c>τ² · mean over n of Σc pS·(ln pS − ln pT)</c>, where <c>p = softmax(z / τ)</c>; logits [N, C].</para>
/// <para>Unit: nats per example. Zero only where both distributions agree. Gradient: <c>τ·pS·(ln pS − ln pT − KL) / N</c>, KL that of the example. Classes
/// that the teacher rules out by −∞ count as logits of −1e9: costly, and finite.</para>
/// <para>Source: Gu et al. (2023), arXiv:2306.08543, section 2, for single decisions. Departures: weights of examples are obeyed when there are any.</para>
/// </remarks>
/// <param name="settings">The temperature.</param>
[KdPlugin("reverse-kl", Settings = typeof(ReverseKlSettings))]
public sealed class ReverseKl(ReverseKlSettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits]);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var temperature = settings.Temperature.At(batch.Moment);
        var (student, teacher) = ClassScores.Read(batch);
        var each = ClassScores.KullbackLeibler(ClassScores.LogSoftmax(student, temperature), ClassScores.LogSoftmax(teacher, temperature));
        return batch.Average(each) * ClassScores.Scale(temperature, settings.TemperatureSquared);
    }
}
