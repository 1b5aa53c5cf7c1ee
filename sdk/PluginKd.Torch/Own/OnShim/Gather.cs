using TorchSharp.Native;

namespace PluginKd.Torch;

/// <summary>Takes the same rows out of several tensors at once, as a batch is put together. Not in TorchSharp.</summary>
/// <remarks>
/// One call for all sources. Rows that lie one behind the other in main memory are copied as bytes; other devices and layouts, and sources
/// that record gradients, go through index_select. The results are those of index_select, to the bit.
/// </remarks>
public static class Gather
{
    /// <summary>Gives the rows of each source, in the order of the sources.</summary>
    /// <param name="index">Positions of the rows, int64 [N].</param>
    /// <param name="sources">Tensors with one row an example.</param>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">A position lies outside a source.</exception>
    public static unsafe Tensor[] Rows(Tensor index, params Tensor[] sources)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(sources);
        var count = sources.Length;
        var handles = count <= 32 ? stackalloc nint[2 * count] : new nint[2 * count];
        for (var i = 0; i < count; i++)
            handles[i] = (sources[i] ?? throw new ArgumentNullException(nameof(sources), $"source {i} is null")).Handle;
        fixed (nint* first = handles)
            Shim.Check(Shim.kd_gather_rows(index.Handle, first, count, first + count), "Gather.Rows");
        GC.KeepAlive(index);
        GC.KeepAlive(sources);
        var rows = new Tensor[count];
        for (var i = 0; i < count; i++)
            rows[i] = new Tensor(handles[count + i]);
        return rows;
    }
}
