using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>In which of the intervals between sorted boundaries each number lies.</summary>
    public static Tensor bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false) =>
        Ops.bucketize__Tensor.Call(input, boundaries, outInt32, right);

    /// <summary>Where in sorted rows each number would be put.</summary>
    public static Tensor searchsorted(
        Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null) =>
        Ops.searchsorted__Tensor.Call(sorted_sequence, values, out_int32, right, Arg.None, sorter);

    /// <summary>The largest number so far, and where it stands.</summary>
    public static (Tensor values, Tensor indices) cummax(Tensor input, long dim) => Ops.cummax.CallPair(input, dim);

    /// <summary>The smallest number so far, and where it stands.</summary>
    public static (Tensor values, Tensor indices) cummin(Tensor input, long dim) => Ops.cummin.CallPair(input, dim);

    /// <summary>log Σ eˣ so far.</summary>
    public static Tensor logcumsumexp(Tensor input, long dim) => Ops.logcumsumexp.Call(input, dim);

    /// <summary>The norm of the difference.</summary>
    public static Tensor dist(Tensor input, Tensor other, float p = 2f) => Ops.dist.Call(input, other, (double)p);

    /// <summary>How many numbers fall into each of equal intervals.</summary>
    public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0) => Ops.histc.Call(input, bins, min, max);

    /// <summary>The Kronecker product.</summary>
    public static Tensor kron(Tensor input, Tensor other) => Ops.kron.Call(input, other);

    /// <summary>The most frequent number, and where it stands.</summary>
    public static (Tensor values, Tensor indices) mode(Tensor input, long dim = -1, bool keepdim = false) => Ops.mode.CallPair(input, dim, keepdim);

    /// <summary>The sum, what is no number left out.</summary>
    public static Tensor nansum(Tensor input) => Ops.nansum.Call(input);

    /// <summary>Deviation and mean.</summary>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) =>
        Ops.std_mean__correction.CallPair(input, Arg.None, unbiased ? 1L : 0L);

    /// <summary>Deviation and mean over dimensions.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
    {
        using var typed = Typed(input, type);
        return Ops.std_mean__correction.CallPair(typed ?? input, dimensions, unbiased ? 1L : 0L, keepdim);
    }

    /// <summary>Variance and mean.</summary>
    public static (Tensor var, Tensor mean) var_mean(Tensor input, bool unbiased = true) =>
        Ops.var_mean__correction.CallPair(input, Arg.None, unbiased ? 1L : 0L);

    /// <summary>Variance and mean over dimensions.</summary>
    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
    {
        using var typed = Typed(input, type);
        return Ops.var_mean__correction.CallPair(typed ?? input, dimensions, unbiased ? 1L : 0L, keepdim);
    }

    /// <summary>Products summed over the last dimensions of one and the first of the other.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2)
    {
        ArgumentNullException.ThrowIfNull(a);
        return tensordot(a, b, [.. Enumerable.Range(0, (int)dims).Select(at => a.ndim - dims + at)], [.. Enumerable.Range(0, (int)dims).Select(at => (long)at)]);
    }

    /// <summary>Products summed over pairs of dimensions.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => Ops.tensordot.Call(a, b, dims1, dims2);

    /// <summary>Rows without repetition of those next to each other.</summary>
    public static (Tensor output, Tensor inverse_indices, Tensor counts) unique_consecutive(
        Tensor input, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
        Ops.unique_consecutive.CallTriple(input, return_inverse, return_counts, (long?)dim);

    /// <summary>2ˣ.</summary>
    public static Tensor exp2(Tensor input) => Ops.exp2.Call(input);

    /// <summary>mat · vec added to the input.</summary>
    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        Ops.addmv.Call(input, mat1, mat2, (double)beta, (double)alpha);

    /// <summary>vec1 · vec2ᵀ added to the input.</summary>
    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
        Ops.addr.Call(input, vec1, vec2, (double)beta, (double)alpha);

    /// <summary>Covariances of rows.</summary>
    public static Tensor cov(Tensor input, long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
        Ops.cov.Call(input, correction, fweights, aweights);

    /// <summary>Correlations of rows.</summary>
    public static Tensor corrcoef(Tensor input) => Ops.corrcoef.Call(input);

    /// <summary>The determinant.</summary>
    public static Tensor det(Tensor input) => Ops.linalg_det.Call(input);

    /// <summary>log of the determinant.</summary>
    public static Tensor logdet(Tensor input) => Ops.logdet.Call(input);

    /// <summary>A matrix to a whole power.</summary>
    public static Tensor matrix_power(Tensor input, int n) => Ops.matrix_power.Call(input, (long)n);

    /// <summary>The pseudo-inverse.</summary>
    public static Tensor pinverse(Tensor input, double rcond = 1E-15, bool hermitian = false) => Ops.linalg_pinv.Call(input, rcond, hermitian);
}
