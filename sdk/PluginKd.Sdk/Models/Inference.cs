namespace PluginKd.Sdk;

/// <summary>Computes signals of a frozen network for a whole split, batch by batch.</summary>
public static class Inference
{
    /// <summary>Rows of a batch; a network's matrix products depend on it in the last digits, so it is the same everywhere.</summary>
    public const int BatchSize = 512;

    // Encoded inputs of more rows than these are never in memory at once.
    private const int ChunkSize = 16 * BatchSize;

    /// <summary>Runs the network in evaluation mode without gradients and collects some of its signals.</summary>
    /// <param name="network">Left in the mode it was in.</param>
    /// <param name="inputs">N inputs.</param>
    /// <param name="signals">Names of the signals wanted.</param>
    /// <param name="context">Device and the wish to stop.</param>
    /// <returns>One tensor [N, …] for each name, on the CPU; class scores of sequences are as wide as the longest of them.</returns>
    public static IReadOnlyDictionary<string, Tensor> Collect(Network network, Inputs inputs, IReadOnlyList<string> signals, StageContext context)
    {
        var parts = signals.ToDictionary(name => name, _ => new List<Tensor>());
        Stream(network, inputs, signals, context, (_, batch) =>
        {
            foreach (var name in signals) parts[name].Add(batch[name].DetachFromDisposeScope());
        });
        return parts.ToDictionary(part => part.Key, part => Joined(part.Value));
    }

    /// <summary>Runs the network in evaluation mode without gradients and hands on some of its signals, batch by batch, in bounded memory.</summary>
    /// <param name="network">Left in the mode it was in.</param>
    /// <param name="inputs">N inputs.</param>
    /// <param name="signals">Names of the signals wanted.</param>
    /// <param name="context">Device and the wish to stop.</param>
    /// <param name="take">Takes the position of the first example and the signals of up to <see cref="BatchSize"/> examples, on the CPU, alive during the call.</param>
    public static void Stream(Network network, Inputs inputs, IReadOnlyList<string> signals, StageContext context, Action<long, IReadOnlyDictionary<string, Tensor>> take)
    {
        var wasTraining = network.training;
        network.eval();
        var longest = TokenInputs.FindIn(inputs)?.Sequences.Max(sequence => sequence.Length) ?? 0;
        try
        {
            using var quiet = no_grad();
            for (var first = 0; first < inputs.Count; first += ChunkSize)
            {
                using var scope = NewDisposeScope();
                var count = Math.Min(ChunkSize, inputs.Count - first);
                var chunk = count == inputs.Count ? inputs : inputs.Take([.. Enumerable.Range(first, count)]);
                var encoded = network.Encode(chunk);
                for (var start = 0; start < count; start += BatchSize)
                {
                    context.Cancellation.ThrowIfCancellationRequested();
                    using var batch = NewDisposeScope();
                    var size = Math.Min(BatchSize, count - start);
                    var answer = network.call([.. encoded.Select(e => e.narrow(0, start, size).to(context.Device))]);
                    take(first + start, signals.ToDictionary(name => name, name => Fitted(name, answer[name], longest).cpu()));
                }
            }
        }
        finally
        {
            network.train(wasTraining);
        }
    }

    // Pieces are as wide as the longest sequence of each; a table of them all wants one width.
    private static Tensor Fitted(string name, Tensor value, int longest)
    {
        if (longest == 0 || name != SignalNames.Logits) return value;
        var width = value.size(1);
        return width >= longest ? value.narrow(1, 0, longest) : nn.functional.pad(value, [0, 0, 0, longest - width]);
    }

    private static Tensor Joined(List<Tensor> parts)
    {
        if (parts.Count == 1) return parts[0];
        var whole = cat(parts, 0).DetachFromDisposeScope();
        foreach (var part in parts) part.Dispose();
        return whole;
    }
}
