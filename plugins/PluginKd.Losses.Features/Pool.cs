namespace PluginKd.Losses.Features;

/// <summary>Brings maps to another height and width.</summary>
internal static class Pool
{
    /// <summary>Takes means over parts of maps [N, C, H, W]; maps of that size stay as they are.</summary>
    public static Tensor To(Tensor maps, long height, long width) =>
        maps.size(2) == height && maps.size(3) == width ? maps : nn.functional.adaptive_avg_pool2d(maps, [height, width]);
}
