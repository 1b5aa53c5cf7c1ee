namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a floating element type can hold.</summary>
    /// <param name="dtype">Which of them; the default one where it is left out.</param>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => new(16, Math.ScaleB(1, -10), 65504, -65504, Math.ScaleB(1, -14)),
        ScalarType.BFloat16 => Of(16, 7),
        ScalarType.Float32 => Of(32, 23),
        ScalarType.Float64 => new(64, Math.ScaleB(1, -52), double.MaxValue, double.MinValue, Math.ScaleB(1, -1022)),
        _ => throw new ArgumentException($"{dtype} is no floating type", nameof(dtype)),
    };

    /// <inheritdoc cref="finfo(ScalarType)" />
    public static FInfo finfo() => finfo(get_default_dtype());

    // Both have 8 bits of exponent.
    private static FInfo Of(int bits, int fraction)
    {
        var max = (2 - Math.ScaleB(1, -fraction)) * Math.ScaleB(1, 127);
        return new(bits, Math.ScaleB(1, -fraction), max, -max, Math.ScaleB(1, -126));
    }

    /// <summary>What a floating element type can hold.</summary>
    /// <param name="bits">Bits of an element.</param>
    /// <param name="eps">The distance from 1 to the next number.</param>
    /// <param name="max">The largest number.</param>
    /// <param name="min">The smallest number, below zero.</param>
    /// <param name="tiny">The smallest number above zero that has all digits.</param>
    public readonly record struct FInfo(int bits, double eps, double max, double min, double tiny);
}
