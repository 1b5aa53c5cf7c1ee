using static TorchSharp.torch.nn;

namespace PluginKd.Sdk;

/// <summary>The formulas that losses share, written once because their library counterparts are easy to call wrongly.</summary>
/// <remarks>
/// <c>kl_div</c> of TorchSharp takes a log target by default and has no batch mean; its mean divides by N·C. Use these instead.
/// </remarks>
public static class Divergences
{
    /// <summary>Kullback–Leibler divergence of the student's softened distribution from the teacher's: mean over n of Σc pT·(ln pT − ln pS), p = softmax(z/τ).</summary>
    /// <param name="student">Logits [N, C], with gradient.</param>
    /// <param name="teacher">Logits [N, C].</param>
    /// <param name="temperature">τ, no unit, above zero.</param>
    /// <param name="batch">For weights of the examples; null means 1 each.</param>
    /// <returns>Scalar, nats per example; zero only where both distributions agree, and for an empty batch. Gradient: (pS − pT)/(τ·N).</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor KullbackLeibler(Tensor student, Tensor teacher, double temperature, LossBatch? batch = null)
    {
        RequireSameShape(student, teacher);
        var logStudent = functional.log_softmax(student / temperature, 1);
        var target = functional.softmax(teacher / temperature, 1);
#pragma warning disable RS0030 // The safe helper that the ban points to.
        if (batch?.Weights is null)
            return functional.kl_div(logStudent, target, log_target: false, reduction: Reduction.Sum) / Math.Max(1, student.size(0));
        return batch.Average(functional.kl_div(logStudent, target, log_target: false, reduction: Reduction.None).sum(1));
#pragma warning restore RS0030
    }

    /// <summary>Cross-entropy with hard labels, mean over the labelled examples of −ln pS(label); zero when the batch has none, or is empty.</summary>
    /// <param name="logits">[N, C], with gradient.</param>
    /// <param name="batch">For labels and weights.</param>
    /// <param name="labelSmoothing">Share of the target spread evenly over the classes, 0 to 1, no unit.</param>
    /// <returns>Scalar, nats per example.</returns>
    public static Tensor CrossEntropy(Tensor logits, LossBatch batch, double labelSmoothing = 0)
    {
        if (batch.AllLabelled && batch.Weights is null && logits.size(0) > 0) return functional.cross_entropy(logits, batch.Labels, label_smoothing: labelSmoothing);
        var each = functional.cross_entropy(logits, batch.Labels, ignore_index: Split.Unlabelled, reduction: Reduction.None, label_smoothing: labelSmoothing);
        var weights = batch.Labels.ne(Split.Unlabelled).to(logits.dtype);
        if (batch.Weights is not null) weights = weights * batch.Weights;
        return (each * weights).sum() / weights.sum().clamp_min(1e-12);
    }

    /// <summary>Throws when two tensors differ in shape, naming both.</summary>
    /// <param name="student">The student's tensor.</param>
    /// <param name="teacher">The teacher's tensor.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void RequireSameShape(Tensor student, Tensor teacher)
    {
        if (!student.shape.AsSpan().SequenceEqual(teacher.shape))
            throw new ArgumentException(
                $"The student's tensor is [{string.Join(", ", student.shape)}] and the teacher's [{string.Join(", ", teacher.shape)}]; both must be the same shape.");
    }
}
