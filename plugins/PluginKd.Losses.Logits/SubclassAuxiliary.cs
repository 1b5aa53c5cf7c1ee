namespace PluginKd.Losses.Logits;

/// <summary>Auxiliary loss of subclass distillation: a network that is to teach subclasses uses them all, by giving different examples different scores.</summary>
/// <remarks>
/// <para>Formula: <c>mean over i of ln Σj exp(v_i · v_j) − 1/τ − ln N</c>, where v is the example's row of scores [N, S], less its mean, divided by its standard deviation (of the
/// population, 1e-9 added to the variance) and by √(τ·S).</para>
/// <para>Unit: nats. Zero where all examples have the same direction of scores, as in a batch of one; below zero where they differ. It reads neither labels nor a teacher, and depends
/// on who is in the batch. With weights w of examples the mean is weighted, <c>w_j</c> stands before exp, and their sum for N: weight 2 is the example twice, weight 0 is
/// not there. Zero for no example, or for none with a weight.</para>
/// <para>Source: Müller, Kornblith and Hinton (2020), arXiv:2002.03936; value as the authors' notebook. Departures: none without weights.</para>
/// </remarks>
/// <param name="settings">Signal and temperature.</param>
[KdPlugin("subclass-auxiliary", Settings = typeof(SubclassAuxiliarySettings))]
public sealed class SubclassAuxiliary(SubclassAuxiliarySettings settings) : ILoss
{
    private const double Smallest = 1e-9;

    // An example of weight 0: as good as ln 0, and still a number.
    private const double Absent = -1e30;

    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([settings.Signal], []) { IsPerExample = false };

    /// <inheritdoc />
    /// <exception cref="UserErrorException">The signal is none of scores.</exception>
    public Tensor Evaluate(LossBatch batch)
    {
        var temperature = settings.Temperature.At(batch.Moment);
        var scores = ClassScores.Bounded(ClassScores.Wide(ClassScores.Rows(batch.Student, settings.Signal, "subclass-auxiliary")));
        var count = scores.size(0);
        if (count == 0) return scores.sum();
        var centred = scores - scores.mean([1], keepdim: true);
        var rows = centred / (centred.square().mean([1], keepdim: true) + Smallest).sqrt() / Math.Sqrt(temperature * scores.size(1));
        var similar = rows.matmul(rows.t());
        if (batch.Weights is null) return similar.logsumexp(1).mean() - (1 / temperature) - Math.Log(count);
        var weights = batch.Weights.to(scores.dtype);
        var each = (similar + weights.log().masked_fill(weights.eq(0), Absent)).logsumexp(1) - weights.sum().clamp_min(1e-12).log();
        return batch.Average(each - (1 / temperature));
    }
}
