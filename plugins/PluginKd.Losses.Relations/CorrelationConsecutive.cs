namespace PluginKd.Losses.Relations;

/// <summary>Correlation congruence as RepDistiller has it: where the student is off for one example and the next, in the same place.</summary>
/// <remarks>
/// <para>Formula: the mean over n &lt; N of <c>Σd δ[n, d]·δ[n + 1, d]</c>, where <c>δ = |S − T|</c> [N, D].</para>
/// <para>Unit: the signals' squared. Zero where the signals agree, for fewer than two examples, and wherever of two neighbours one is right. It depends on the order within the
/// batch. The signals are of one width, or are brought to <c>width</c> by a linear layer each, which is trained along and not kept with the student.</para>
/// <para>Source: the code of RepDistiller, <c>CC.py</c>, which its remarks trace to the authors of Peng et al. (2019), arXiv:1904.01802; it is not the paper's formula, for which see
/// <see cref="CorrelationKernel"/>. Departures: neighbours count by the product of their weights.</para>
/// </remarks>
/// <param name="settings">The signals and the width.</param>
[KdPlugin("correlation-consecutive", Settings = typeof(CorrelationConsecutiveSettings))]
public sealed class CorrelationConsecutive(CorrelationConsecutiveSettings settings) : ILoss, ITrainedLoss
{
    private SharedWidth? _layers;

    /// <inheritdoc />
    public LossNeeds Needs { get; } = Examples.Needs(settings);

    /// <inheritdoc />
    public nn.Module CreateModule(Signals student, Signals? teacher) => settings.Width is not { } width ? nn.Identity() : _layers =
        SharedWidth.Of(Width(student[settings.Student]), Width(teacher![settings.Teacher]), width);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var (student, teacher) = Examples.Read(batch, settings);
        if (_layers is not null) (student, teacher) = (_layers.Student.call(student), _layers.Teacher.call(teacher));
        if (student.size(1) != teacher.size(1))
            throw new UserErrorException($"'{settings.Student}' of the student has {student.size(1)} numbers, '{settings.Teacher}' of the teacher {teacher.size(1)}", "the same number",
                "loss 'correlation-consecutive'", "set width, such as 128, which trains a linear layer on each side");
        var differences = (student - teacher).abs();
        var count = student.size(0);
        if (count < 2) return differences.sum() * 0;
        var products = (differences.narrow(0, 0, count - 1) * differences.narrow(0, 1, count - 1)).sum(1);
        if (batch.Weights is null) return products.mean();
        var weights = Examples.Weights(batch, products);
        var both = weights.narrow(0, 0, count - 1) * weights.narrow(0, 1, count - 1);
        return products.dot(both) / both.sum().clamp_min(1e-30);
    }

    private static long Width(Tensor signal) => signal.dim() == 1 ? 1 : signal.flatten(1).size(1);

    private sealed class SharedWidth : nn.Module
    {
        private SharedWidth(nn.Module<Tensor, Tensor> student, nn.Module<Tensor, Tensor> teacher)
            : base(nameof(SharedWidth))
        {
            (Student, Teacher) = (student, teacher);
            register_module("student", Student);
            register_module("teacher", Teacher);
        }

        public nn.Module<Tensor, Tensor> Student { get; }

        public nn.Module<Tensor, Tensor> Teacher { get; }

        public static SharedWidth Of(long student, long teacher, int width) => new(nn.Linear(student, width), nn.Linear(teacher, width));
    }
}
