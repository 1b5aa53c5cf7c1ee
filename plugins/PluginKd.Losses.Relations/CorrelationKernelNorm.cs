namespace PluginKd.Losses.Relations;

/// <summary>Correlation congruence as torchdistill has it: the kernel of the vectors as they are, and the norm of the difference, not its square.</summary>
/// <remarks>
/// <para>Formula: <c>√(Σij (KS − KT)²) / N²</c>, where <c>K = e^−2γ · Σp≤P (2γ)^p / p! · (F·Fᵀ)^p</c> [N, N] of the vectors F [N, D].</para>
/// <para>Unit: that of the signals to the power 2P. Zero where the kernels agree. Widths may differ; the length of the vectors matters.</para>
/// <para>Source: torchdistill's <c>CCKDLoss</c>, after Peng et al. (2019), arXiv:1904.01802. Departures: a pair counts by the product of its weights. See
/// <see cref="CorrelationKernel"/> for the paper's formula.</para>
/// </remarks>
/// <param name="settings">The signals and the kernel.</param>
[KdPlugin("correlation-kernel-norm", Settings = typeof(CorrelationKernelSettings))]
public sealed class CorrelationKernelNorm(CorrelationKernelSettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = Examples.Needs(settings);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var (student, teacher) = Examples.Read(batch, settings);
        var difference = GaussianKernel.Of(student, settings) - GaussianKernel.Of(teacher, settings);
        if (difference.numel() == 0) return difference.sum();
        var weights = Examples.Weights(batch, difference);
        var roots = weights.sqrt();
        var counted = difference * roots * roots.unsqueeze(1);
        // Powers of large products have squares beyond float32.
        var largest = counted.detach().abs().amax().clamp_min(1e-30);
        return (counted / largest).norm() * largest / weights.sum().square().clamp_min(1e-30);
    }
}
