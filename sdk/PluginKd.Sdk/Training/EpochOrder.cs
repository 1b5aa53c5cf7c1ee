namespace PluginKd.Sdk;

/// <summary>The order of the examples in one epoch, cut into batches.</summary>
internal sealed class EpochOrder : IDisposable
{
    private readonly long[] _order;
    private readonly int _batchSize;
    private readonly Device _device;
    private readonly Tensor? _held;

    /// <param name="order">Positions.</param>
    /// <param name="batchSize">Examples of a batch.</param>
    /// <param name="device">Where the rows of a batch are wanted.</param>
    /// <param name="isHeld">Whether the whole order goes to the device, from where a batch costs no copy.</param>
    public EpochOrder(long[] order, int batchSize, Device device, bool isHeld)
    {
        (_order, _batchSize, _device) = (order, batchSize, device);
        if (isHeld) _held = tensor(order, device: device).DetachFromDisposeScope();
    }

    public long Count => _order.LongLength;

    /// <summary>The batch that starts at a place of the order, for the dispose scope of the caller; null behind the end.</summary>
    public BatchRows? At(long start)
    {
        if (start >= Count) return null;
        var size = (int)Math.Min(_batchSize, Count - start);
        if (_held is not null) return new BatchRows(_held.narrow(0, start, size));
        var positions = _order.AsSpan((int)start, size).ToArray();
        return new BatchRows(tensor(positions, device: _device), positions);
    }

    /// <inheritdoc />
    public void Dispose() => _held?.Dispose();
}
