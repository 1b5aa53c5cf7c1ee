namespace PluginKd.Losses.Relations;

/// <summary>Correlation congruence by the paper's formula: examples should correlate as they do to the teacher, by a Gaussian kernel of unit vectors.</summary>
/// <remarks>
/// <para>Formula: <c>Σij (KS − KT)² / N²</c>, where <c>K = e^−2γ · Σp≤P (2γ)^p / p! · cos^p</c> [N, N] and cos are the cosines of the vectors.</para>
/// <para>No unit. Zero where the kernels agree. Widths may differ. A vector of zeros has the cosine 0 with all others.</para>
/// <para>Source: Peng et al. (2019), arXiv:1904.01802, section 3.3; value as Knowledge-Distillation-Zoo's <c>cc.py</c>. Departures: a pair counts by the product of its weights.
/// See <see cref="CorrelationKernelNorm"/> and <see cref="CorrelationConsecutive"/> for what others call by this name.</para>
/// </remarks>
/// <param name="settings">The signals and the kernel.</param>
[KdPlugin("correlation-kernel", Settings = typeof(CorrelationKernelSettings))]
public sealed class CorrelationKernel(CorrelationKernelSettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = Examples.Needs(settings);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var (student, teacher) = Examples.Read(batch, settings);
        var difference = GaussianKernel.Of(Directions(student), settings) - GaussianKernel.Of(Directions(teacher), settings);
        return Examples.AveragePairs(batch, difference * difference);
    }

    private static Tensor Directions(Tensor vectors) => Examples.Directions(vectors, vectors.norm(1, keepdim: true));
}
