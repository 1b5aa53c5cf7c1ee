namespace PluginKd.Sdk.Testing;

/// <summary>Signals that break careless formulas.</summary>
internal static class HostileSignals
{
    private const double Large = 1e4;

    // A masked class: as good as minus infinity, and still a number.
    private const double Masked = -1e9;

    public static IReadOnlyList<(string Name, Func<Tensor, Tensor> Student, Func<Tensor, Tensor> Teacher)> All { get; } =
    [
        ("signals of ±10,000, teacher and student opposed", values => values.sign() * Large, values => values.sign() * -Large),
        ("signals of ±10,000 that agree", Alternating, Alternating),
        ("signals that are all zero", values => values * 0, values => values * 0),
        ("signals that are all equal", values => (values * 0) + 3, values => (values * 0) + 3),
        ("the student's signals equal, the teacher's not", values => (values * 0) + 3, values => values),
        ("every second signal of the teacher at −1e9", values => values, values => Mask(values)),
        ("every second signal of the student at −1e9", values => Mask(values), values => values),
    ];

    private static Tensor Alternating(Tensor values) => ((arange(values.numel(), dtype: values.dtype) % 2 * 2) - 1).reshape(values.shape) * Large;

    private static Tensor Mask(Tensor values)
    {
        var last = arange(values.shape[^1], dtype: values.dtype) % 2;
        return (values * (1 - last)) + (last * Masked);
    }
}
