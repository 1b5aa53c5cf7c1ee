namespace PluginKd.Sdk;

/// <summary>One signal of a teacher for N examples, as it is stored: rows are gathered from it without reading the rest.</summary>
/// <param name="columns">What is stored, each [N, …], on the CPU; stays the table's.</param>
/// <param name="decode">Turns gathered rows of the columns into the signal, float32; null when the only column is the signal.</param>
public sealed class SignalTable(Tensor[] columns, Func<IReadOnlyList<Tensor>, Tensor>? decode = null) : IDisposable
{
    private Tensor? _whole;

    /// <summary>What is stored, each [N, …].</summary>
    public IReadOnlyList<Tensor> Columns => columns;

    /// <summary>Number of examples, N.</summary>
    public long Count => columns[0].size(0);

    /// <summary>Turns gathered rows of the columns into the signal.</summary>
    /// <param name="rows">One tensor [n, …] for each column.</param>
    /// <returns>[n, …], float32.</returns>
    public Tensor Decode(IReadOnlyList<Tensor> rows) => decode is null ? rows[0] : decode(rows);

    /// <summary>Gathers the signal of some examples.</summary>
    /// <param name="rows">Positions, int64 [n].</param>
    public Tensor Gather(Tensor rows) => Decode(PluginKd.Torch.Gather.Rows(rows, columns));

    /// <summary>The signal of all examples, [N, …], float32; shared, never changed and never disposed by the caller.</summary>
    public Tensor ToTensor() => decode is null ? columns[0] : _whole ??= decode(columns).DetachFromDisposeScope();

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var column in columns) column.Dispose();
        _whole?.Dispose();
    }
}
