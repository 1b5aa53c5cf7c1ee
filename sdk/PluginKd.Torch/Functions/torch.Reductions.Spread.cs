namespace TorchSharp;

public static partial class torch
{
    /// <summary>The deviation over dimensions.</summary>
    public static Tensor std(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        std(input, [dimensions.Item1, dimensions.Item2], unbiased, keepdim, type);

    /// <summary>The deviation over dimensions.</summary>
    public static Tensor std(
        Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        std(input, [dimensions.Item1, dimensions.Item2, dimensions.Item3], unbiased, keepdim, type);

    /// <summary>The variance over dimensions.</summary>
    public static Tensor var(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        var(input, [dimensions.Item1, dimensions.Item2], unbiased, keepdim, type);

    /// <summary>The variance over dimensions.</summary>
    public static Tensor var(
        Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        var(input, [dimensions.Item1, dimensions.Item2, dimensions.Item3], unbiased, keepdim, type);

    /// <summary>Deviation and mean over a dimension.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        std_mean(input, [dimensions], unbiased, keepdim, type);

    /// <summary>Deviation and mean over dimensions.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        std_mean(input, [dimensions.Item1, dimensions.Item2], unbiased, keepdim, type);

    /// <summary>Deviation and mean over dimensions.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        std_mean(input, [dimensions.Item1, dimensions.Item2, dimensions.Item3], unbiased, keepdim, type);

    /// <summary>Variance and mean over a dimension.</summary>
    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        var_mean(input, [dimensions], unbiased, keepdim, type);

    /// <summary>Variance and mean over dimensions.</summary>
    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        var_mean(input, [dimensions.Item1, dimensions.Item2], unbiased, keepdim, type);

    /// <summary>Variance and mean over dimensions.</summary>
    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        var_mean(input, [dimensions.Item1, dimensions.Item2, dimensions.Item3], unbiased, keepdim, type);

    // std and var take no element type in ATen. As for mean, the input is converted first: whole numbers have a spread, too, and no precision is lost.
    private static Tensor? Typed(Tensor input, ScalarType? type)
    {
        ArgumentNullException.ThrowIfNull(input);
        return type is { } wanted && wanted != input.dtype ? input.to(wanted) : null;
    }
}
