namespace PluginKd.Losses.Logits;

/// <summary>Decoupled distillation: how sure the teacher is of the label, and how it ranks the other classes, with a factor for each.</summary>
/// <remarks>
/// <para>Formula: <c>τ² · mean over the labelled n of α·KL(bT ‖ bS) + β·KL(qT ‖ qS)</c>, where <c>p = softmax(z / τ)</c>, <c>b = (p_y, 1 − p_y)</c> for the label y, and q
/// is the softmax over the classes other than y; logits [N, C].</para>
/// <para>Unit: nats per example. Zero where both distributions agree, and for one class. With α = 1 and β = 1 − p_y of the teacher, example by example, it would be
/// <see cref="SoftTarget"/>; for two classes the second part is zero. Examples without a label are passed over; zero where none has one.</para>
/// <para>Source: Zhao et al. (2022), arXiv:2203.08679, section 3; value as mdistiller's <c>dkd_loss</c>. Departures: the other classes are found by a mask on
/// log-probabilities, so that nothing is divided by <c>1 − p_y</c>; the paper's warm-up is a schedule of the weight; weights of examples are obeyed when there are any.</para>
/// </remarks>
/// <param name="settings">Factors and temperature.</param>
[KdPlugin("dkd", Settings = typeof(DkdSettings))]
public sealed class Dkd(DkdSettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits], Labels: true);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var temperature = settings.Temperature.At(batch.Moment);
        var (student, teacher) = ClassScores.Read(batch);
        var label = ClassScores.Column(batch.Labels);
        var (isS, notS, othersS) = Parts(student, label, temperature);
        var (isT, notT, othersT) = Parts(teacher, label, temperature);
        var target = (isT.exp() * (isT - isS)) + (notT.exp() * (notT - notS));
        var each = (settings.Alpha * target) + (settings.Beta * ClassScores.KullbackLeibler(othersT, othersS));
        return ClassScores.AverageLabelled(batch, each) * ClassScores.Scale(temperature, squared: true);
    }

    /// <summary>Log-probabilities of the label and of all other classes together, each [N], and of the others among themselves [N, C].</summary>
    private static (Tensor Label, Tensor NotLabel, Tensor Others) Parts(Tensor logits, Tensor label, double temperature)
    {
        var all = ClassScores.LogSoftmax(logits, temperature);
        var others = ClassScores.Without(all, label);
        return (all.gather(1, label).squeeze(1), others.logsumexp(1), ClassScores.LogSoftmax(others));
    }
}
