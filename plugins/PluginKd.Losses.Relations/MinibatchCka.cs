namespace PluginKd.Losses.Relations;

/// <summary>Centred kernel alignment by an estimate that has no bias in small batches.</summary>
/// <remarks>
/// <para>Formula: <c>1 − H(K, L) / √(H(K, K)·H(L, L))</c>, where K and L [N, N] are the products of the vectors of each side, and with their diagonals set to 0
/// <c>H(K, L) = tr(KL) + (1ᵀK1)(1ᵀL1) / ((N − 1)(N − 2)) − 2·1ᵀKL1 / (N − 2)</c>.</para>
/// <para>No unit. Zero where one side is a rotation and scaling of the other, and for fewer than four examples. It may be above 1. 1 where a side is constant. Widths may differ.</para>
/// <para>Source: Nguyen, Raghu and Kornblith (2021), arXiv:2010.15327, section 2.1, estimate of Song et al. (2012). Departures: each batch has its own ratio, where the paper sums
/// over batches before it divides. An example counts by its weight in every sum, and N is the number of examples that have one.</para>
/// </remarks>
/// <param name="settings">The signals.</param>
[KdPlugin("minibatch-cka", Settings = typeof(RelationSettings))]
public sealed class MinibatchCka(RelationSettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = Examples.Needs(settings);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var (student, teacher) = Examples.Read(batch, settings);
        if (student.size(0) < 4) return student.sum() * 0;
        var weights = Examples.Weights(batch, student);
        var others = 1 - eye(student.size(0), dtype: student.dtype, device: student.device);
        var count = weights.sum();
        var (k, l) = (Products(student, weights) * others, Products(teacher, weights) * others);
        var norms = Estimate(k, k, weights, count).clamp_min(1e-30).sqrt() * Estimate(l, l, weights, count).clamp_min(1e-30).sqrt();
        return (1 - (Estimate(k, l, weights, count) / norms)) * count.ge(4);
    }

    // Any scale and origin give the same answer; these keep sums of products within float32.
    private static Tensor Products(Tensor vectors, Tensor weights)
    {
        var centred = Examples.Centred(vectors, weights);
        var products = centred.mm(centred.t());
        return Examples.Directions(products, products.detach().abs().amax());
    }

    private static Tensor Estimate(Tensor k, Tensor l, Tensor weights, Tensor count)
    {
        var (rowsK, rowsL) = (k.mv(weights), l.mv(weights));
        var rest = (count - 2).clamp_min(1);
        return (k * l).mv(weights).dot(weights) + (rowsK.dot(weights) * rowsL.dot(weights) / ((count - 1).clamp_min(1) * rest)) - (2 * (rowsK * rowsL).dot(weights) / rest);
    }
}
