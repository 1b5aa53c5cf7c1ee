using System.Text;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>So many powers of the base, their exponents at equal distances, both ends included.</summary>
    public static Tensor logspace(
        double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Recorded(Ops.logspace.Call(start, end, steps, @base, dtype, Arg.None, Placed(device)), requires_grad);

    /// <summary>Whatever was in memory, its elements so far apart.</summary>
    public static Tensor empty_strided(
        long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Recorded(Ops.empty_strided.Call(size, strides, dtype, Arg.None, Placed(device)), requires_grad);

    /// <summary>Whole numbers drawn evenly from 0 up to but not including high, int64 unless said otherwise.</summary>
    public static Tensor randint(
        int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randint(0, high, Longs(size), dtype, device, requires_grad, generator, names);

    /// <summary>Whole numbers drawn evenly from low up to but not including high, int64 unless said otherwise.</summary>
    public static Tensor randint(
        int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(low, high, Longs(size), dtype, device, requires_grad, generator, names);

    /// <summary>Whole numbers drawn evenly from low up to but not including high, in the shape, type and place of another tensor.</summary>
    public static Tensor randint_like(
        Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Recorded(Ops.randint_like__low_dtype.Call(input, low, high, dtype, Arg.None, device), requires_grad);

    /// <summary>The whole numbers below n in random order, written to a tensor that is there.</summary>
    public static Tensor randperm(long n, Tensor @out, Generator? generator = null) => Ops.randperm__generator_out.Call(n, generator, @out);

    /// <summary>Rows and columns of the lower triangle, [2, count].</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Ops.tril_indices.Call(row, col, offset, dtype, Arg.None, Placed(device));

    /// <summary>Rows and columns of the upper triangle, [2, count].</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Ops.triu_indices.Call(row, col, offset, dtype, Arg.None, Placed(device));

    /// <summary>A sparse tensor with values at the places that indices [dimensions, count] name; what stands twice is summed.</summary>
    public static Tensor sparse_coo_tensor(
        Tensor indices, Tensor values, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Recorded(Ops.sparse_coo_tensor__indices_size.Call(indices, values, size, dtype, Arg.None, device), requires_grad);

    /// <summary>A vector over a file that is mapped into memory; with <paramref name="shared" /> writes go to the file.</summary>
    public static unsafe Tensor from_file(
        string filename, bool? shared = null, long? size = 0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(filename);
        ReadOnlySpan<byte> name = Encoding.UTF8.GetBytes(filename);
        fixed (byte* pinned = name)
            return Recorded(Ops.from_file.Call(Arg.Literal(name), shared, size, dtype, Arg.None, device), requires_grad);
    }

    private static long[] Longs(int[] size) => Array.ConvertAll(size, static length => (long)length);
}
