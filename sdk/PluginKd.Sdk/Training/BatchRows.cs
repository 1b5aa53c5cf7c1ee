namespace PluginKd.Sdk;

/// <summary>Positions of the examples of one batch, on the device and, where they came from there, in main memory.</summary>
/// <param name="rows">int64 [N].</param>
/// <param name="positions">The same numbers; null reads them from the tensor when they are asked for.</param>
internal sealed class BatchRows(Tensor rows, long[]? positions = null)
{
    private long[]? _positions = positions;

    public Tensor Rows => rows;

    public long[] Positions
    {
        get
        {
            if (_positions is not null) return _positions;
            using var here = rows.cpu();
            return _positions = here.data<long>().ToArray();
        }
    }

    /// <summary>Picks one value of each example.</summary>
    public T[] Of<T>(T[] values) => Array.ConvertAll(Positions, position => values[position]);
}
