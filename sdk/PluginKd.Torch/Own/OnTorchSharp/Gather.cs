namespace PluginKd.Torch;

/// <summary>Takes the same rows out of several tensors at once, as a batch is put together. Not in TorchSharp.</summary>
public static class Gather
{
    /// <summary>Gives the rows of each source, in the order of the sources.</summary>
    /// <param name="index">Positions of the rows, int64 [N].</param>
    /// <param name="sources">Tensors with one row an example.</param>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">A position lies outside a source.</exception>
    public static Tensor[] Rows(Tensor index, params Tensor[] sources) => Array.ConvertAll(sources, source => source.index_select(0, index));
}
