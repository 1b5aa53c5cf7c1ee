namespace PluginKd.Sdk;

/// <summary>Computes signals of a frozen network for a whole split, batch by batch.</summary>
public static class Inference
{
    /// <summary>Rows of a batch; a network's matrix products depend on it in the last digits, so it is the same everywhere.</summary>
    public const int BatchSize = 512;

    /// <summary>Runs the network in evaluation mode without gradients and collects some of its signals.</summary>
    /// <param name="network">Left in the mode it was in.</param>
    /// <param name="inputs">N inputs.</param>
    /// <param name="signals">Names of the signals wanted.</param>
    /// <param name="context">Device and the wish to stop.</param>
    /// <returns>One tensor [N, …] for each name, on the CPU.</returns>
    public static IReadOnlyDictionary<string, Tensor> Collect(Network network, Inputs inputs, IReadOnlyList<string> signals, StageContext context)
    {
        var wasTraining = network.training;
        network.eval();
        try
        {
            using var scope = NewDisposeScope();
            using var quiet = no_grad();
            var encoded = network.Encode(inputs);
            var parts = signals.ToDictionary(name => name, _ => new List<Tensor>());
            for (var start = 0L; start < inputs.Count; start += BatchSize)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                using var batch = NewDisposeScope();
                var size = Math.Min(BatchSize, inputs.Count - start);
                var answer = network.call([.. encoded.Select(e => e.narrow(0, start, size).to(context.Device))]);
                foreach (var name in signals) parts[name].Add(answer[name].cpu().MoveToOuterDisposeScope());
            }

            return parts.ToDictionary(part => part.Key, part => cat(part.Value, 0).DetachFromDisposeScope());
        }
        finally
        {
            network.train(wasTraining);
        }
    }
}
