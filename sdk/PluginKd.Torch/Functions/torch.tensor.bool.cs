namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions that holds the number.</summary>
    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Copied<bool>([scalar], [], dtype, device, requires_grad);

    /// <summary>A tensor of one dimension with a copy of the numbers.</summary>
    public static Tensor tensor(
        bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<bool>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A tensor of a given shape with a copy of the numbers.</summary>
    public static Tensor tensor(
        bool[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied<bool>(rawArray, dimensions, dtype, device, requires_grad);

    /// <summary>A tensor of a given shape with a copy of the numbers.</summary>
    public static Tensor tensor(
        Memory<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied<bool>(rawArray.Span, dimensions, dtype, device, requires_grad);

    /// <summary>A tensor of two dimensions with a copy of the numbers.</summary>
    public static Tensor tensor(
        bool[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Flat<bool>(rawArray), Shape(rawArray), dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions with a copy of the numbers.</summary>
    public static Tensor tensor(
        bool[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Flat<bool>(rawArray), Shape(rawArray), dtype, device, requires_grad);

    /// <summary>A tensor of four dimensions with a copy of the numbers.</summary>
    public static Tensor tensor(
        bool[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Flat<bool>(rawArray), Shape(rawArray), dtype, device, requires_grad);

    /// <summary>A tensor of one dimension with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<bool> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<bool>(Row(rawArray), [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A tensor of a given shape with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied<bool>(Row(rawArray), dimensions, dtype, device, requires_grad);

    /// <summary>A matrix with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<bool> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copied<bool>(Row(rawArray), [rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<bool> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied<bool>(Row(rawArray), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor of four dimensions with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<bool> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied<bool>(Row(rawArray), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);
}
