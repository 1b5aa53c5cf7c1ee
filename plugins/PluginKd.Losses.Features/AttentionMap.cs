namespace PluginKd.Losses.Features;

/// <summary>Where a layer looks: how strong its channels are at each position.</summary>
internal static class AttentionMap
{
    /// <summary>Gives the mean over channels of <c>|f|^p</c>, divided by its length over all positions.</summary>
    /// <param name="maps">f [N, C, H, W].</param>
    /// <param name="power">p.</param>
    /// <returns>[N, H·W]; zeros for maps of zeros.</returns>
    public static Tensor Of(Tensor maps, double power) =>
        // The answer is the same in any unit, and powers of large numbers leave float32.
        Direction.Of(Direction.InUnitsOfLargest(maps, 1, 2, 3).abs().pow(power).mean([1]).flatten(1));
}
