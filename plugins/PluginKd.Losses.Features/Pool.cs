namespace PluginKd.Losses.Features;

/// <summary>Brings maps to another height and width.</summary>
internal static class Pool
{
    /// <summary>Takes means over parts of maps [N, C, H, W]; maps of that size stay as they are.</summary>
    public static Tensor To(Tensor maps, long height, long width)
    {
        if (maps.size(2) == height && maps.size(3) == width) return maps;
        // The same means where parts are of one size; on a GPU only these have the same gradient, to the bit, each time.
        return maps.size(2) % height == 0 && maps.size(3) % width == 0
            ? nn.functional.avg_pool2d(maps, [maps.size(2) / height, maps.size(3) / width])
            : nn.functional.adaptive_avg_pool2d(maps, [height, width]);
    }
}
