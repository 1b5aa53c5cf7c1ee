using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The running sums along one dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null) => Ops.cumsum.Call(this, dim, type);

        /// <summary>The running products along one dimension.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null) => Ops.cumprod.Call(this, dim, type);

        /// <summary>eˣ ÷ Σ eˣ along one dimension.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Ops.softmax__int.Call(this, dim, dtype);

        /// <summary>log of softmax along one dimension, in nats.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Ops.log_softmax__int.Call(this, dim, dtype);

        /// <summary>log Σ eˣ along one dimension, in nats.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) => Ops.logsumexp.Call(this, Arg.One(dim), keepdim);

        /// <summary>The k largest (or smallest) elements along a dimension and where they stand.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Ops.topk.CallPair(this, (long)k, (long)dim, largest, sorted);

        /// <summary>The elements in order along a dimension and where they stood.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Ops.sort__stable.CallPair(this, stable, dim, descending);

        /// <summary>Where the elements stand that would be in order.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => Ops.argsort.Call(this, dim, descending);

        /// <summary>The k-th smallest elements along a dimension and where they stand.</summary>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) =>
            Ops.kthvalue.CallPair(this, k, dim ?? -1, keepdim);

        /// <summary>The places of the elements that are not zero, [count, dimensions].</summary>
        public Tensor nonzero() => Ops.nonzero.Call(this);

        /// <summary>The quantiles q, from 0 to 1, along a dimension.</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Ops.quantile.Call(this, q, dim, keepdim);

        /// <summary>The different elements; where each input stands among them; how often each occurs (empty where not asked).</summary>
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            torch.unique(this, sorted, return_inverse, return_counts, dim);
    }
}
