namespace PluginKd.Losses.Logits;

/// <summary>Correlation of the student's class probabilities with the teacher's, over the classes of an example and over the examples of a class.</summary>
/// <remarks>
/// <para>Formula: <c>τ² · (β·(1 − mean over n of ρ(pS[n], pT[n])) + γ·(1 − mean over c of ρ(pS[·, c], pT[·, c])))</c>, where <c>p = softmax(z / τ)</c> and ρ is Pearson's
/// correlation, 1e-8 added to the product of the norms; logits [N, C].</para>
/// <para>No unit, 0 to 2·(β + γ)·τ². Zero where the probabilities of each example, and of each class, rise and fall together. The second part depends on who is in the batch. With
/// weights of examples the mean over n, and means, products and norms of the columns, are weighted sums: weight 2 is the example twice, weight 0 is not there.
/// A row or column of equal numbers has the correlation 0; so has every column of a batch of one, whose second part is γ and has no gradient. Zero for no example, or for
/// none with a weight.</para>
/// <para>Source: Huang et al. (2022), arXiv:2205.10536, section 3; value as the authors' <c>dist_kd.py</c>. Departures: none without weights.</para>
/// </remarks>
/// <param name="settings">Factors and temperature.</param>
[KdPlugin("dist", Settings = typeof(DistSettings))]
public sealed class Dist(DistSettings settings) : ILoss
{
    private const double Smallest = 1e-8;

    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits]) { IsPerExample = false };

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var temperature = settings.Temperature.At(batch.Moment);
        var (student, teacher) = ClassScores.Read(batch);
        var (pS, pT) = (ClassScores.LogSoftmax(student, temperature).exp(), ClassScores.LogSoftmax(teacher, temperature).exp());
        var each = 1 - Cosine(pS - pS.mean([1], keepdim: true), pT - pT.mean([1], keepdim: true), 1);
        var both = (settings.Beta * batch.Average(each)) + (settings.Gamma * OverExamples(batch, pS, pT));
        return both * ClassScores.Scale(temperature, settings.TemperatureSquared);
    }

    private static Tensor OverExamples(LossBatch batch, Tensor student, Tensor teacher)
    {
        if (batch.Weights is null)
        {
            var count = Math.Max(1, student.size(0));
            var correlation = Cosine(student - (student.sum([0]) / count), teacher - (teacher.sum([0]) / count), 0);
            // No example has nothing to correlate; the sum is zero then, and keeps the way to the student.
            return student.size(0) == 0 ? correlation.sum() : 1 - correlation.mean();
        }

        var weights = batch.Weights.to(student.dtype).unsqueeze(1);
        var total = weights.sum();
        Tensor Centred(Tensor values) => weights.sqrt() * (values - ((weights * values).sum([0]) / total.clamp_min(1e-12)));
        return (1 - Cosine(Centred(student), Centred(teacher), 0).mean()) * total.gt(0);
    }

    // Norms and not roots of sums: their gradient is zero, and not NaN, at zero.
    private static Tensor Cosine(Tensor left, Tensor right, int dim) =>
        (left * right).sum([dim]) / ((left.norm(dim) * right.norm(dim)) + Smallest);
}
