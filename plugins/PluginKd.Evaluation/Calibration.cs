namespace PluginKd.Evaluation;

/// <summary>Whether a network's probabilities say how often it is right: calibration errors, likelihood and Brier score, as it is and after temperature scaling.</summary>
/// <remarks>
/// <para>p = softmax(z); confidence is the largest p of an example. ECE: <c>Σ over bins m of |B_m|/n · |accuracy − mean confidence|</c>, bins (lo, hi] of equal width, confidence 0 in the
/// first. Adaptive ECE: the same with bins of equally many examples. Class-wise ECE: mean over the classes c of the ECE of p_c against [label = c]. MCE: the largest gap of a bin.</para>
/// <para>NLL: mean of −ln p(label), nats per example. Brier: mean of Σc (p_c − [label = c])², 0 to 2.</para>
/// <para>Temperature scaling: the τ that makes the NLL of softmax(z/τ) on the validation split smallest; metrics after it begin with <c>scaled-</c>. Without a validation split, or when
/// that is measured itself, they are left out: a network may be called better calibrated that is only scaled differently.</para>
/// <para>Source: Guo, Pleiss, Sun and Weinberger (2017), arXiv:1706.04599; adaptive and class-wise as Nixon et al. (2019), arXiv:1904.01685, without thresholds. Departures: none.</para>
/// </remarks>
/// <param name="settings">Bins.</param>
[KdPlugin("calibration", Settings = typeof(CalibrationSettings))]
public sealed class Calibration(CalibrationSettings settings) : IEvaluator
{
    /// <inheritdoc />
    public Measurement Measure(EvaluationContext context)
    {
        var scores = LabelledScores.Of(context.Logits, context.Examples);
        var plain = new Reliability(scores, temperature: 1, settings.Bins);
        List<Metric> metrics = [.. Metrics(plain, "")];
        if (context.Validation is { } validation)
        {
            var temperature = TemperatureFit.On(LabelledScores.Of(validation.Value.Logits, validation.Value.Examples));
            metrics.Add(new("temperature", temperature, "factor"));
            metrics.AddRange(Metrics(new Reliability(scores, temperature, settings.Bins), "scaled-"));
        }

        return new Measurement(metrics, [plain.ToTable()]);
    }

    private static IEnumerable<Metric> Metrics(Reliability found, string prefix) =>
    [
        new($"{prefix}ece", found.ExpectedError, "ratio"),
        new($"{prefix}adaptive-ece", found.AdaptiveError, "ratio"),
        new($"{prefix}class-ece", found.ClassError, "ratio"),
        new($"{prefix}mce", found.LargestError, "ratio"),
        new($"{prefix}nll", found.NegativeLogLikelihood, "nats"),
        new($"{prefix}brier", found.Brier, "score"),
    ];
}
