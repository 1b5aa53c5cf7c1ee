namespace PluginKd.Sdk.Testing;

/// <summary>Compares the gradient of a loss with central differences.</summary>
/// <remarks>
/// In float64 with a step of 1e-5 the differences are good to about 1e-10 of the loss. A gradient may differ by 1e-6 of its largest entry plus 1e-9 of the
/// loss (at least of 1). Signals are drawn at random, so a kink of the formula is missed with certainty for all purposes.
/// </remarks>
internal static class GradientCheck
{
    private const double Step = 1e-5;
    private const double OfGradient = 1e-6;
    private const double OfLoss = 1e-9;

    public static string Look(ConformanceRun run) => run.Each(settings =>
    {
        var worst = 0.0;
        LossLook.With(run, settings, (look, loss, examples) =>
        {
            var value = LossBench.Evaluate(loss, look.Host, examples, float64);
            for (var s = 0; s < examples.Student.Count; s++)
            {
                var (signal, values) = examples.Student[s];
                var analytic = value.Gradients[s].Gradient is { } gradient ? Numbers(gradient) : new double[values.numel()];
                var numeric = Differences(look, settings, s, Numbers(values), values.shape);
                var largest = Math.Max(analytic.Max(Math.Abs), numeric.Max(Math.Abs));
                var tolerance = (OfGradient * largest) + (OfLoss * Math.Max(1, Math.Abs(value.Value)));
                for (var i = 0; i < numeric.Length; i++)
                {
                    // Not the other way round: no comparison with NaN is true.
                    if (!(Math.Abs(analytic[i] - numeric[i]) <= tolerance))
                        Verdict.Fail(FormattableString.Invariant($"entry {i} of the gradient of '{signal}' is {analytic[i]:G6}, by central differences {numeric[i]:G6}"));
                    worst = Math.Max(worst, Math.Abs(analytic[i] - numeric[i]) / Math.Max(largest, 1e-12));
                }
            }
        });
        return FormattableString.Invariant($"largest difference {worst:E0} of the largest entry");
    });

    // A new instance for each value, so that a loss with state is looked at in one state.
    private static double[] Differences(LossLook look, object? settings, int signal, double[] values, long[] shape)
    {
        double Moved(int entry, double by)
        {
            var moved = (double[])values.Clone();
            moved[entry] += by;
            return look.Value(settings, examples => examples with
            {
                Student = [.. examples.Student.Select((s, i) => i == signal ? (s.Name, tensor(moved).reshape(shape)) : s)],
            });
        }

        return [.. Enumerable.Range(0, values.Length).Select(entry => (Moved(entry, Step) - Moved(entry, -Step)) / (2 * Step))];
    }

    private static double[] Numbers(Tensor values) => values.contiguous().data<double>().ToArray();
}
