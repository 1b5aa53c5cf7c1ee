using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The places of a dimension that an int64 index of one dimension names.</summary>
        public Tensor index_select(long dim, Tensor index) => Ops.index_select.Call(this, dim, index);

        /// <summary>The elements that an int64 index of the same number of dimensions names along one.</summary>
        public Tensor gather(long dim, Tensor index) => Ops.gather.Call(this, dim, index);

        /// <summary>A copy with the source written to the places that the index names.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Ops.scatter__src.Call(this, dim, index, src);

        /// <summary>Writes the source to the places that the index names; in place.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src) => Ops.scatter___src.Call(this, dim, index, src);

        /// <summary>A copy with the source added at the places that the index names.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Ops.scatter_add.Call(this, dim, index, src);

        /// <summary>Adds the source at the places that the index names; in place.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Ops.scatter_add_.Call(this, dim, index, src);

        /// <summary>A copy with α times the source added at places of a dimension.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => Ops.index_add.Call(this, dim, index, source, alpha);

        /// <summary>Adds α times the source at places of a dimension; in place.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) => Ops.index_add_.Call(this, dim, index, source, alpha);

        /// <summary>Writes the source to places of a dimension; in place.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => Ops.index_copy_.Call(this, dim, index, source);

        /// <summary>Writes a number to places of a dimension; in place.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value) => Ops.index_fill___int_Scalar.Call(this, dim, index, value);

        /// <summary>The elements that an index broadcast along a dimension names.</summary>
        public Tensor take_along_dim(Tensor indices, long dim) => Ops.take_along_dim.Call(this, indices, dim);
    }
}
