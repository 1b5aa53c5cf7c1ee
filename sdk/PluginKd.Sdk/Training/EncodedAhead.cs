namespace PluginKd.Sdk;

/// <summary>Encodes the inputs of one batch after the other, for examples that are too many to hold; the next batch on another thread while this one is learned from.</summary>
/// <remarks>What comes out depends on the rows alone, so that neither threads nor a new start change a bit.</remarks>
internal sealed class EncodedAhead(Network network, Inputs inputs, Device device)
{
    private readonly Queue<(long[] Positions, Task<Tensor[]> Encoded)> _expected = [];

    /// <summary>Starts to encode a batch that will be asked for.</summary>
    public void Expect(BatchRows next) => _expected.Enqueue((next.Positions, Task.Run(() => Encode(next.Positions))));

    /// <summary>Gives the arguments of the network for a batch, for the dispose scope of the caller.</summary>
    public Tensor[] At(BatchRows rows)
    {
        while (_expected.TryDequeue(out var head))
        {
            var encoded = head.Encoded.GetAwaiter().GetResult();
            if (head.Positions.AsSpan().SequenceEqual(rows.Positions)) return [.. encoded.Select(Own)];
            foreach (var tensor in encoded) tensor.Dispose();
        }

        return [.. Encode(rows.Positions).Select(Own)];
    }

    private Tensor Own(Tensor encoded)
    {
        using (encoded) return encoded.alias().to(device);
    }

    // A scope belongs to its thread: what is handed over leaves it.
    private Tensor[] Encode(long[] positions)
    {
        using var scope = NewDisposeScope();
        return [.. network.Encode(inputs.Take(Array.ConvertAll(positions, position => (int)position))).Select(encoded => encoded.DetachFromDisposeScope())];
    }
}
