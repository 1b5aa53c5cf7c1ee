namespace PluginKd.Losses.Relations;

/// <summary>Centred kernel alignment with linear kernels: what is left of likeness between two spaces, whatever their rotation and scale.</summary>
/// <remarks>
/// <para>Formula: <c>1 − ‖TᵀS‖² / (‖SᵀS‖ · ‖TᵀT‖)</c>, Frobenius norms, S and T the vectors [N, D] with their mean taken off.</para>
/// <para>No unit, 0 to 1. Zero where one side is a rotation and scaling of the other, and for fewer than two examples. 1 where a side is constant. Widths may differ. This estimate is
/// biased upwards for small batches: see <see cref="MinibatchCka"/>.</para>
/// <para>Source: Kornblith et al. (2019), arXiv:1905.00414, section 3. Departures: means and products are weighted sums.</para>
/// </remarks>
/// <param name="settings">The signals.</param>
[KdPlugin("linear-cka", Settings = typeof(RelationSettings))]
public sealed class LinearCka(RelationSettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = Examples.Needs(settings);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var (student, teacher) = Examples.Read(batch, settings);
        var weights = Examples.Weights(batch, student);
        var (s, t) = (Counted(student, weights), Counted(teacher, weights));
        // Both forms are the same number; the smaller matrices are made.
        var bySpace = s.size(0) > Math.Max(s.size(1), t.size(1));
        var alignment = bySpace ? Alignment(s.t().mm(t), s.t().mm(s).norm() * t.t().mm(t).norm(), squared: true)
            : Alignment(s.mm(s.t()), t.mm(t.t()));
        return (1 - alignment) * weights.gt(0).sum().ge(2);
    }

    private static Tensor Alignment(Tensor s, Tensor t) => Alignment((s * t).sum(), s.norm() * t.norm(), squared: false);

    private static Tensor Alignment(Tensor products, Tensor norms, bool squared) => (squared ? products.square().sum() : products) / norms.clamp_min(1e-30);

    private static Tensor Counted(Tensor vectors, Tensor weights) => weights.sqrt().unsqueeze(1) * Examples.Centred(vectors, weights);
}
