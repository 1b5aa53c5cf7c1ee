namespace PluginKd.Losses.Relations;

/// <summary>Relational distillation by angles: three examples that form an angle to the teacher should form it to the student.</summary>
/// <remarks>
/// <para>Formula: the mean over all N³ triples of <c>smooth-L1(cosS, cosT)</c>, where cos is that of the angle at example i between the ways to j and to k.</para>
/// <para>No unit, 0 to 3/2. Zero for batches of the same shape. Two examples that are the same have no way between them, the cosine 0 and no gradient. Widths may differ.</para>
/// <para>Angles take N³ numbers: above 4 million they are made some examples at a time, and the gradient with them, so that memory does not grow with N³; then there is no second derivative.</para>
/// <para>Source: Park et al. (2019), arXiv:1904.05068, section 3.2.2; value as RepDistiller's <c>RKD.py</c>. Departures: a triple counts by the product of its weights.</para>
/// </remarks>
/// <param name="settings">The signals.</param>
[KdPlugin("rkd-angle", Settings = typeof(RelationSettings))]
public sealed class RkdAngle(RelationSettings settings) : ILoss
{
    /// <summary>Numbers that may be held of one kind.</summary>
    internal long MostNumbers { get; init; } = 1 << 22;

    /// <inheritdoc />
    public LossNeeds Needs { get; } = Examples.Needs(settings);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var (student, teacher) = Examples.Read(batch, settings);
        var shares = Examples.Shares(Examples.Weights(batch, student));
        var count = student.size(0);
        var atOnce = Math.Max(1, MostNumbers / Math.Max(1, count * Math.Max(count, Math.Max(student.size(1), teacher.size(1)))));
        return atOnce >= count ? Over(student, teacher, shares, 0, count)
            : PieceByPiece.Sum(student, count, atOnce, (vectors, first, size) => Over(vectors, teacher, shares, first, size));
    }

    /// <summary>The part of the mean whose angles are at some of the examples.</summary>
    private static Tensor Over(Tensor student, Tensor teacher, Tensor shares, long first, long count)
    {
        var differences = nn.functional.smooth_l1_loss(Cosines(student, first, count), Cosines(teacher, first, count), nn.Reduction.None);
        return differences.matmul(shares).mv(shares).dot(shares.narrow(0, first, count));
    }

    /// <summary>Cosines at some examples [count, N, N].</summary>
    private static Tensor Cosines(Tensor vectors, long first, long count)
    {
        var ways = vectors.unsqueeze(0) - vectors.narrow(0, first, count).unsqueeze(1);
        var directions = Examples.Directions(ways, ways.norm(2, keepdim: true));
        return directions.bmm(directions.transpose(1, 2));
    }
}
