namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions that holds the number.</summary>
    public static Tensor tensor(short scalar, Device? device = null, bool requires_grad = false) =>
        Copied<short>([scalar], [], null, device, requires_grad);

    /// <summary>A tensor of one dimension with a copy of the numbers.</summary>
    public static Tensor tensor(
        short[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<short>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A tensor of a given shape with a copy of the numbers.</summary>
    public static Tensor tensor(
        short[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied<short>(rawArray, dimensions, dtype, device, requires_grad);

    /// <summary>A tensor of a given shape with a copy of the numbers.</summary>
    public static Tensor tensor(
        Memory<short> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied<short>(rawArray.Span, dimensions, dtype, device, requires_grad);

    /// <summary>A tensor of two dimensions with a copy of the numbers.</summary>
    public static Tensor tensor(
        short[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Flat<short>(rawArray), Shape(rawArray), dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions with a copy of the numbers.</summary>
    public static Tensor tensor(
        short[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Flat<short>(rawArray), Shape(rawArray), dtype, device, requires_grad);

    /// <summary>A tensor of four dimensions with a copy of the numbers.</summary>
    public static Tensor tensor(
        short[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Flat<short>(rawArray), Shape(rawArray), dtype, device, requires_grad);

    /// <summary>A tensor of one dimension with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<short> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<short>(Row(rawArray), [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A tensor of a given shape with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<short> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied<short>(Row(rawArray), dimensions, dtype, device, requires_grad);

    /// <summary>A matrix with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<short> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied<short>(Row(rawArray), [rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<short> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied<short>(Row(rawArray), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor of four dimensions with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<short> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied<short>(Row(rawArray), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);
}
