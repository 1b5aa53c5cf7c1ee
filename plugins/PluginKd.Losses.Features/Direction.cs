namespace PluginKd.Losses.Features;

/// <summary>Vectors divided by their lengths.</summary>
internal static class Direction
{
    // Below it a vector is as good as zero, as in PyTorch's normalize.
    private const double Smallest = 1e-12;

    /// <summary>Gives unit vectors; one that is as good as zero has no direction, becomes zero and has no gradient.</summary>
    /// <param name="vectors">[…, D].</param>
    public static Tensor Of(Tensor vectors)
    {
        // A length is the same in any unit, and squares of large numbers leave float32.
        var scaled = InUnitsOfLargest(vectors, -1);
        var lengths = scaled.norm(-1, keepdim: true);
        return scaled / lengths.masked_fill(lengths.eq(0), double.PositiveInfinity);
    }

    /// <summary>Divides by the largest absolute number along some dimensions, which counts as a constant; what is as good as zero becomes zero.</summary>
    public static Tensor InUnitsOfLargest(Tensor values, params long[] dimensions)
    {
        var largest = values.detach().abs().amax(dimensions, keepdim: true);
        return values / largest.masked_fill(largest.lt(Smallest), double.PositiveInfinity);
    }
}
