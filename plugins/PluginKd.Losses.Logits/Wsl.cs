namespace PluginKd.Losses.Logits;

/// <summary>Weighted soft labels: distillation counts less for an example whose label the student knows better than its teacher.</summary>
/// <remarks>
/// <para>Formula: <c>τ² · mean over the labelled n of w · −Σc pT·ln pS</c>, where <c>p = softmax(z / τ)</c> and <c>w = 1 − exp(−CE_S / (CE_T + 1e-7))</c>, CE the
/// cross-entropy of each side with the label at τ = 1; no gradient flows through w; logits [N, C]. The paper adds cross-entropy with the label and gives this loss a weight of
/// 2.5: name <c>cross-entropy</c> beside it.</para>
/// <para>Unit: nats per example. Zero for an example that the student gets right with certainty. Gradient: <c>τ·w·(pS − pT) / N</c>. Examples without a label are passed
/// over; zero where none has one.</para>
/// <para>Source: Zhou et al. (2021), arXiv:2102.00650; value as the authors' <c>knowledge_distiller.py</c>. Departures: weights of examples are obeyed when there
/// are any.</para>
/// </remarks>
/// <param name="settings">The temperature.</param>
[KdPlugin("wsl", Settings = typeof(WslSettings))]
public sealed class Wsl(WslSettings settings) : ILoss
{
    // A teacher that is certain of the label would be divided by.
    private const double Smallest = 1e-7;

    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits], Labels: true);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var temperature = settings.Temperature.At(batch.Moment);
        var (student, teacher) = ClassScores.Read(batch);
        var label = ClassScores.Column(batch.Labels);
        var weight = 1 - (-(LabelCost(student.detach(), label) / (LabelCost(teacher, label) + Smallest))).exp();
        var soft = ClassScores.CrossEntropy(ClassScores.LogSoftmax(teacher, temperature), ClassScores.LogSoftmax(student, temperature));
        return ClassScores.AverageLabelled(batch, weight * soft) * ClassScores.Scale(temperature, squared: true);
    }

    private static Tensor LabelCost(Tensor logits, Tensor label) => -ClassScores.LogSoftmax(logits).gather(1, label).squeeze(1);
}
