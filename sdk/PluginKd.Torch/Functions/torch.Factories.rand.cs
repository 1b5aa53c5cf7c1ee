using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Numbers drawn evenly from 0 to 1, the end left out.</summary>
    public static Tensor rand(
        long[] size, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.rand__generator, size, dtype, device, requires_grad, generator);

    /// <summary>Numbers drawn evenly from 0 to 1, the end left out.</summary>
    public static Tensor rand(
        long size, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.rand__generator, [size], dtype, device, requires_grad, generator);

    /// <summary>Numbers drawn evenly from 0 to 1, the end left out.</summary>
    public static Tensor rand(
        int size, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.rand__generator, [size], dtype, device, requires_grad, generator);

    /// <summary>Numbers drawn evenly from 0 to 1, the end left out.</summary>
    public static Tensor rand(
        long rows, long columns, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.rand__generator, [rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Numbers drawn evenly from 0 to 1, the end left out.</summary>
    public static Tensor rand(
        int rows, int columns, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.rand__generator, [rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Numbers drawn evenly from 0 to 1, the end left out.</summary>
    public static Tensor rand(
        long dim0, long dim1, long dim2, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.rand__generator, [dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Numbers drawn evenly from 0 to 1, the end left out.</summary>
    public static Tensor rand(
        int dim0, int dim1, int dim2, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.rand__generator, [dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Numbers drawn evenly from 0 to 1, the end left out.</summary>
    public static Tensor rand(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.rand__generator, [dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>Numbers drawn evenly from 0 to 1, the end left out.</summary>
    public static Tensor rand(
        int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.rand__generator, [dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);
}
