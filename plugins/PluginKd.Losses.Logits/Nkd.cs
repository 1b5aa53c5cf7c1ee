namespace PluginKd.Losses.Logits;

/// <summary>Normalised distillation: cross-entropy with the label, as far as the teacher believes in it, and among the other classes as if there were no label.</summary>
/// <remarks>
/// <para>Formula: <c>mean over the labelled n of −pT_y·ln pS_y − γ·τ²·Σ over c ≠ y of qT·ln qS</c>, where <c>p = softmax(z)</c>, y is the label, and q the softmax of
/// <c>z / τ</c> over the classes other than y; logits [N, C]. The paper adds cross-entropy with the label: name <c>cross-entropy</c> beside it.</para>
/// <para>Unit: nats per example. Not zero where both agree; zero for one class. Examples without a label are passed over; zero where none has one.</para>
/// <para>Source: Yang et al. (2023), arXiv:2303.13005, section 3; value as cls_KD's <c>nkd.py</c>. Departures: weights of examples are obeyed when there are any.</para>
/// </remarks>
/// <param name="settings">Factor and temperature.</param>
[KdPlugin("nkd", Settings = typeof(NkdSettings))]
public sealed class Nkd(NkdSettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits], Labels: true);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var temperature = settings.Temperature.At(batch.Moment);
        var (student, teacher) = ClassScores.Read(batch);
        var label = ClassScores.Column(batch.Labels);
        var target = -(OfLabel(teacher, label).exp() * OfLabel(student, label));
        var others = ClassScores.CrossEntropy(AmongOthers(teacher, label, temperature), AmongOthers(student, label, temperature));
        return ClassScores.AverageLabelled(batch, target + (settings.Gamma * ClassScores.Scale(temperature, squared: true) * others));
    }

    private static Tensor OfLabel(Tensor logits, Tensor label) => ClassScores.LogSoftmax(logits).gather(1, label).squeeze(1);

    private static Tensor AmongOthers(Tensor logits, Tensor label, double temperature) => ClassScores.LogSoftmax(ClassScores.Without(logits / temperature, label));
}
