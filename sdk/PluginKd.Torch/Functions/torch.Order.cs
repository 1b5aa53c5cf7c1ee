using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The running sums along one dimension.</summary>
    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => Ops.cumsum.Call(input, dim, type);

    /// <summary>The running products along one dimension.</summary>
    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) => Ops.cumprod.Call(input, dim, dtype);

    /// <summary>eˣ ÷ Σ eˣ along one dimension.</summary>
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => Ops.softmax__int.Call(input, (long)dim, dtype);

    /// <summary>log Σ eˣ along one dimension, in nats.</summary>
    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) => Ops.logsumexp.Call(input, Arg.One(dim), keepdim);

    /// <summary>The k largest (or smallest) elements along a dimension and where they stand.</summary>
    public static (Tensor values, Tensor indexes) topk(Tensor tensor, int k, int dim = -1, bool largest = true, bool sorted = true) =>
        Ops.topk.CallPair(tensor, (long)k, (long)dim, largest, sorted);

    /// <summary>The elements in order along a dimension and where they stood.</summary>
    public static (Tensor Values, Tensor Indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false) =>
        Ops.sort__stable.CallPair(input, stable, dim, descending);

    /// <summary>Where the elements stand that would be in order.</summary>
    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) => Ops.argsort.Call(input, dim, descending);

    /// <summary>The k-th smallest elements along a dimension and where they stand.</summary>
    public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) =>
        Ops.kthvalue.CallPair(input, k, dim ?? -1, keepdim);

    /// <summary>The places of the elements that are not zero, [count, dimensions].</summary>
    public static Tensor nonzero(Tensor input) => Ops.nonzero.Call(input);

    /// <summary>How often each whole number from 0 on occurs, or the sum of its weights.</summary>
    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) => Ops.bincount.Call(input, weights, minlength);

    /// <summary>The quantiles q, from 0 to 1, along a dimension.</summary>
    public static Tensor quantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => Ops.quantile.Call(input, q, dim, keepdim);

    /// <summary>The different elements, or slices of a dimension; where each input stands among them; how often each occurs (empty where not asked).</summary>
    public static (Tensor output, Tensor inverse_indices, Tensor counts) unique(
        Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
        dim is int one
            ? Ops.unique_dim.CallTriple(input, (long)one, sorted, return_inverse, return_counts)
            : Ops._unique2.CallTriple(input, sorted, return_inverse, return_counts);
}
