namespace PluginKd.Losses.Logits;

/// <summary>Total variation distance between the class distributions of student and teacher: the probability that must be moved.</summary>
/// <remarks>
/// <para>Formula: <c>mean over n of ½·Σc |pT − pS|</c>, where <c>p = softmax(z / τ)</c>; logits [N, C].</para>
/// <para>Unit: probability, 0 to 1. Zero only where both distributions agree; bounded, so that one wild example weighs no more than 1. Gradient:
/// <c>pS·(g − Σc pS·g) / (2·τ·N)</c>, where g is the sign of <c>pS − pT</c>. It vanishes where the student is certain of a wrong class.</para>
/// <para>Source: Wen et al. (2023), arXiv:2307.15190, section 3; value as fdistill's <c>calc_tvd_loss</c>. Departures: weights of examples are obeyed when there are any.</para>
/// </remarks>
/// <param name="settings">The temperature.</param>
[KdPlugin("total-variation", Settings = typeof(TotalVariationSettings))]
public sealed class TotalVariation(TotalVariationSettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits]);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var temperature = settings.Temperature.At(batch.Moment);
        var (student, teacher) = ClassScores.Read(batch);
        var moved = ClassScores.LogSoftmax(teacher, temperature).exp() - ClassScores.LogSoftmax(student, temperature).exp();
        return batch.Average(moved.abs().sum(1) / 2);
    }
}
