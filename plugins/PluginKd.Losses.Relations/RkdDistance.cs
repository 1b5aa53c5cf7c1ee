namespace PluginKd.Losses.Relations;

/// <summary>Relational distillation by distances: pairs that are far apart to the teacher should be far apart to the student.</summary>
/// <remarks>
/// <para>Formula: the mean over all N² pairs of <c>smooth-L1(dS / mS, dT / mT)</c>, where d [N, N] are Euclidean distances, 1e-6 at least for two examples, and m their mean
/// over pairs of two examples; smooth-L1 is <c>x² / 2</c> below a difference of 1 and <c>x − 1/2</c> above.</para>
/// <para>No unit. Zero where the distances are proportional, and for fewer than two examples. Widths may differ. Two examples that are the same have no gradient.</para>
/// <para>Source: Park et al. (2019), arXiv:1904.05068, section 3.2.1; value as RepDistiller's <c>RKD.py</c>. Departures: a pair counts by the product of its weights.</para>
/// </remarks>
/// <param name="settings">The signals.</param>
[KdPlugin("rkd-distance", Settings = typeof(RelationSettings))]
public sealed class RkdDistance(RelationSettings settings) : ILoss
{
    private const double Smallest = 1e-12;

    /// <inheritdoc />
    public LossNeeds Needs { get; } = Examples.Needs(settings);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var (student, teacher) = Examples.Read(batch, settings);
        var shares = Examples.Shares(Examples.Weights(batch, student));
        var others = 1 - eye(student.size(0), dtype: student.dtype, device: student.device);
        return Examples.AveragePairs(batch, nn.functional.smooth_l1_loss(Relative(student, shares, others), Relative(teacher, shares, others), nn.Reduction.None));
    }

    /// <summary>Distances [N, N] in units of their mean.</summary>
    private static Tensor Relative(Tensor vectors, Tensor shares, Tensor others)
    {
        // Differences are the same wherever the origin is, and squares are exact only near to it.
        var centred = vectors - shares.unsqueeze(0).mm(vectors);
        var squares = (centred * centred).sum(1, keepdim: true);
        var distances = (squares + squares.t() - (2 * centred.mm(centred.t()))).clamp_min(Smallest).sqrt() * others;
        var mean = distances.mv(shares).dot(shares) / others.mv(shares).dot(shares).clamp_min(1e-30);
        return distances / mean.clamp_min(Smallest);
    }
}
