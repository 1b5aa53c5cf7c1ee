using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The places of a dimension that an int64 index of one dimension names.</summary>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => Ops.index_select.Call(input, dim, index);

    /// <summary>The elements that an int64 index of the same number of dimensions names along one.</summary>
    public static Tensor gather(Tensor input, long dim, Tensor index) => Ops.gather.Call(input, dim, index);

    /// <summary>A copy with the source written to the places that the index names.</summary>
    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => Ops.scatter__src.Call(input, dim, index, src);

    /// <summary>Writes the source to the places that the index names; in place.</summary>
    public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) => Ops.scatter___src.Call(input, dim, index, src);

    /// <summary>A copy with the source added at the places that the index names.</summary>
    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) => Ops.scatter_add.Call(input, dim, index, src);

    /// <summary>Adds the source at the places that the index names; in place.</summary>
    public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) => Ops.scatter_add_.Call(input, dim, index, src);

    /// <summary>A copy with α times the source added at places of a dimension.</summary>
    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        Ops.index_add.Call(input, dim, index, source, alpha);

    /// <summary>The elements that an index broadcast along a dimension names.</summary>
    public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0) => Ops.take_along_dim.Call(input, indices, dim);
}
