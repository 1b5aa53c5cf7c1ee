namespace PluginKd.Evaluation;

/// <summary>What an answer costs: parameters, bytes, floating-point operations, latency of one example, throughput of a batch.</summary>
/// <remarks>
/// <para>Latency and throughput run from the inputs as the source gave them to class scores on the processor, so that cutting texts into words counts; of both the median is given, and the lowest and
/// highest as <c>latency/lowest</c> and so on. They depend on the machine and on what else it does: compare models of one run only.</para>
/// <para>Operations of an example: two for each multiplication with its addition in matrix products, convolutions and recurrent layers, nothing else, such as looking up embeddings; mean over the
/// examples, each by itself. Over the TorchSharp package they are not counted.</para>
/// <para>Bytes: parameters and buffers as they lie in memory. There is no paper.</para>
/// </remarks>
/// <param name="settings">How long is measured.</param>
[KdPlugin("efficiency", Settings = typeof(EfficiencySettings))]
public sealed class Efficiency(EfficiencySettings settings) : IEvaluator
{
    /// <inheritdoc />
    public Measurement Measure(EvaluationContext context)
    {
        using var quiet = no_grad();
        var parameters = context.Network.parameters().ToList();
        List<Metric> metrics =
        [
            new("parameters", parameters.Sum(p => p.numel()), "parameters"),
            new("bytes", parameters.Concat(context.Network.buffers()).Sum(t => t.numel() * t.ElementSize), "bytes"),
        ];
        if (Operations(context) is { } operations) metrics.Add(new("flops", operations, "operations/example"));
        metrics.AddRange(Spread("latency", "ms", Seconds(context, settings.Examples, settings.Examples, 1).Select(seconds => 1000 * seconds)));
        var batch = Math.Min(settings.BatchSize, context.Examples.Count);
        metrics.AddRange(Spread("throughput", "examples/s", Seconds(context, 1, settings.Batches, batch).Select(seconds => seconds > 0 ? batch / seconds : double.NaN)));
        metrics.Add(new("latency/threads", get_num_threads(), "threads"));
        return new Measurement(metrics, []);
    }

    private static IEnumerable<Metric> Spread(string name, string unit, IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return new[] { (name, median), ($"{name}/lowest", sorted[0]), ($"{name}/highest", sorted[^1]) }.Select(m => new Metric(m.Item1, m.Item2, unit) { Varies = true });
    }

    private double? Operations(EvaluationContext context)
    {
        var count = Math.Min(settings.Examples, context.Examples.Count);
        return Flops.Count(() =>
        {
            for (var i = 0; i < count; i++)
            {
                context.Stage.Cancellation.ThrowIfCancellationRequested();
                Answer(context, i, 1);
            }
        }) / (double?)count;
    }

    // What is done first warms up: memory is taken, kernels are chosen, code is compiled.
    private static List<double> Seconds(EvaluationContext context, int unmeasured, int measured, int size)
    {
        var (seconds, clock) = (new List<double>(measured), context.Stage.Clock);
        for (var i = -unmeasured; i < measured; i++)
        {
            context.Stage.Cancellation.ThrowIfCancellationRequested();
            var start = clock.GetTimestamp();
            Answer(context, (i + unmeasured) * size, size);
            if (i >= 0) seconds.Add(clock.GetElapsedTime(start).TotalSeconds);
        }

        return seconds;
    }

    private static void Answer(EvaluationContext context, int first, int size)
    {
        using var scope = NewDisposeScope();
        var inputs = context.Examples.Inputs;
        var encoded = context.Network.Encode(inputs.Take([.. Enumerable.Range(first, size).Select(i => i % inputs.Count)]));
        // On the processor, because a GPU goes on while nobody asks for its answer.
        context.Network.call([.. encoded.Select(e => e.to(context.Stage.Device))]).Logits.cpu();
    }
}
