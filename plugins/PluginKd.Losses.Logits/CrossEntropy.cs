namespace PluginKd.Losses.Logits;

/// <summary>Cross-entropy with the hard labels; examples without a label are passed over.</summary>
/// <remarks>
/// <para>Formula: <c>mean over the labelled n of −Σc q·ln softmax(z)</c>, where q is 1 − ε at the label plus ε / C everywhere; logits [N, C].</para>
/// <para>Unit: nats per example. Without smoothing zero only where the label has probability 1; zero too when the batch has no label.
/// Gradient: <c>(softmax(z) − q) / N</c>.</para>
/// <para>Source: smoothing as Szegedy et al. (2016), arXiv:1512.00567, section 7. Departures: none.</para>
/// </remarks>
/// <param name="settings">The smoothing.</param>
[KdPlugin("cross-entropy", Settings = typeof(CrossEntropySettings))]
public sealed class CrossEntropy(CrossEntropySettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [], Labels: true);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch) => Divergences.CrossEntropy(Scores(batch.Student.Logits), batch, settings.LabelSmoothing);

    // Smoothing gives classes a share that the student rules out by −∞.
    private Tensor Scores(Tensor logits) => settings.LabelSmoothing == 0 ? ClassScores.Wide(logits) : ClassScores.Bounded(ClassScores.Wide(logits));
}
