namespace PluginKd.Distillation;

/// <summary>Cross-entropy with the labels: what a baseline learns from when every loss of the distiller reads a teacher.</summary>
internal sealed class LabelLoss : ILoss
{
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [], Labels: true);

    public Tensor Evaluate(LossBatch batch) => Divergences.CrossEntropy(batch.Student.Logits, batch);
}
