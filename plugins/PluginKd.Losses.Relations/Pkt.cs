namespace PluginKd.Losses.Relations;

/// <summary>Probabilistic knowledge transfer: how probable it is that one example is a neighbour of another.</summary>
/// <remarks>
/// <para>Formula: <c>Σij pT·ln((pT + ε) / (pS + ε)) / N²</c>, where p is each row of <c>(cos + 1) / 2</c> divided by its sum, cos [N, N] the cosines of the vectors, ε = 1e-7.</para>
/// <para>Unit: nats per pair; the value shrinks with the size of the batch. Zero where the probabilities agree. Widths may differ.</para>
/// <para>Source: Passalis and Tefas (2018), arXiv:1803.10837, section 3; value as RepDistiller's <c>PKT.py</c>. Departures: an example counts by its weight; a
/// vector of zeros has the cosine 0 with all others and no gradient.</para>
/// </remarks>
/// <param name="settings">The signals.</param>
[KdPlugin("pkt", Settings = typeof(RelationSettings))]
public sealed class Pkt(RelationSettings settings) : ILoss
{
    private const double Smallest = 1e-7;

    /// <inheritdoc />
    public LossNeeds Needs { get; } = Examples.Needs(settings);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var (student, teacher) = Examples.Read(batch, settings);
        var (pS, pT) = (Neighbours(student, batch), Neighbours(teacher, batch));
        return Examples.AveragePairs(batch, pT * ((pT + Smallest).log() - (pS + Smallest).log()));
    }

    private static Tensor Neighbours(Tensor vectors, LossBatch batch)
    {
        var directions = vectors / (vectors.norm(1, keepdim: true) + Smallest);
        var similarities = (directions.mm(directions.t()) + 1) / 2;
        var sums = batch.Weights is null ? similarities.sum(1, keepdim: true) : similarities.mv(Examples.Weights(batch, similarities)).unsqueeze(1);
        return similarities / sums.clamp_min(1e-12);
    }
}
