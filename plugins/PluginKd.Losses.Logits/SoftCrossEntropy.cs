namespace PluginKd.Losses.Logits;

/// <summary>Cross-entropy of the student's softened class distribution with the teacher's.</summary>
/// <remarks>
/// <para>Formula: <c>mean over n of −Σc pT·ln pS</c>, where <c>p = softmax(z / τ)</c>, times τ² if that is set; logits [N, C].</para>
/// <para>Unit: nats per example. Never below the entropy of the teacher, by which it is larger than the divergence of <see cref="SoftTarget"/>.
/// Gradient: <c>(pS − pT) / (τ·N)</c>, the same.</para>
/// <para>Source: Hinton, Vinyals and Dean (2015), arXiv:1503.02531, section 2; value as TextBrewer's <c>kd_ce_loss</c>, which has no τ². Departures: weights of
/// examples are obeyed when there are any.</para>
/// </remarks>
/// <param name="settings">The temperature.</param>
[KdPlugin("soft-cross-entropy", Settings = typeof(SoftCrossEntropySettings))]
public sealed class SoftCrossEntropy(SoftCrossEntropySettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits]);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var temperature = settings.Temperature.At(batch.Moment);
        var (student, teacher) = ClassScores.Read(batch);
        var each = ClassScores.CrossEntropy(ClassScores.LogSoftmax(teacher, temperature), ClassScores.LogSoftmax(student, temperature));
        return batch.Average(each) * ClassScores.Scale(temperature, settings.TemperatureSquared);
    }
}
