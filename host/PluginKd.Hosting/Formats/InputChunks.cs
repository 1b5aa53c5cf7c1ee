namespace PluginKd.Hosting;

/// <summary>Cuts the rows of large inputs into pieces that fit into memory.</summary>
internal static class InputChunks
{
    private const long Bytes = 1 << 24;
    private const int MostRows = 8192;

    /// <summary>Gives the numbers piece by piece; dispose of each.</summary>
    public static IEnumerable<(int First, TorchSharp.torch.Tensor Values)> Of(DenseInputs inputs)
    {
        var rows = (int)Math.Clamp(Bytes / Math.Max(1, sizeof(float) * inputs.Shape.Aggregate(1L, (product, length) => product * length)), 1, MostRows);
        for (var first = 0; first < inputs.Count; first += rows)
            yield return (first, ((DenseInputs)inputs.Take([.. Enumerable.Range(first, Math.Min(rows, inputs.Count - first))])).Values);
    }
}
