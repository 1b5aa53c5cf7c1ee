using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same elements in another shape, without a copy; -1 stands for what is left.</summary>
        public Tensor view(params long[] shape) => Ops.view.Call(this, shape);

        /// <summary>The same elements in another shape, copied where it must be; -1 stands for what is left.</summary>
        public Tensor reshape(params long[] shape) => Ops.reshape.Call(this, shape);

        /// <summary>A view that repeats dimensions of length 1; -1 keeps a length.</summary>
        public Tensor expand(params long[] sizes) => Ops.expand.Call(this, sizes);

        /// <summary>A view broadcast to a shape.</summary>
        public Tensor broadcast_to(params long[] shape) => Ops.broadcast_to.Call(this, shape);

        /// <summary>A view broadcast to the other's shape.</summary>
        public Tensor expand_as(Tensor other) => Ops.expand_as.Call(this, other);

        /// <summary>A view in the other's shape.</summary>
        public Tensor view_as(Tensor other) => Ops.view_as.Call(this, other);

        /// <summary>A copy repeated along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Ops.repeat.Call(this, sizes);

        /// <summary>Each element repeated so many times along a dimension.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Ops.repeat_interleave__self_int.Call(this, repeats, dim, output_size);

        /// <summary>A view with the dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Ops.permute.Call(this, permutation);

        /// <summary>A view with two dimensions exchanged.</summary>
        public Tensor transpose(long dim0, long dim1) => Ops.transpose__int.Call(this, dim0, dim1);

        /// <summary>A view without the dimensions of length 1, or without one of them.</summary>
        public Tensor squeeze(long? dim = null) => dim is long one ? Ops.squeeze__dim.Call(this, one) : Ops.squeeze.Call(this);

        /// <summary>A view with a further dimension of length 1.</summary>
        public Tensor unsqueeze(long dim) => Ops.unsqueeze.Call(this, dim);

        /// <summary>Some dimensions made one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Ops.flatten__using_ints.Call(this, start_dim, end_dim);

        /// <summary>One dimension made several.</summary>
        public Tensor unflatten(long dim, params long[] sizes) => Ops.unflatten__int.Call(this, dim, sizes);

        /// <summary>The elements without gaps in memory: itself, or a copy.</summary>
        public Tensor contiguous() => Ops.contiguous.Call(this);

        /// <summary>A copy that is recorded for gradients.</summary>
        public Tensor clone() => Ops.clone.Call(this);

        /// <summary>The same data, apart from all recording.</summary>
        public Tensor detach() => Ops.detach.Call(this);

        /// <summary>Pieces of a length along a dimension, the last one shorter.</summary>
        public Tensor[] split(long size, int dim = 0) => Ops.split__Tensor.CallList(this, size, (long)dim);

        /// <summary>Pieces of these lengths along a dimension.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => Ops.split_with_sizes.CallList(this, sizes, dim);

        /// <summary>So many pieces along a dimension.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Ops.chunk.CallList(this, chunks, dim);

        /// <summary>The slices along a dimension, which goes.</summary>
        public Tensor[] unbind(long dimension = 0) => Ops.unbind__int.CallList(this, dimension);

        /// <summary>The elements in the opposite order along some dimensions.</summary>
        public Tensor flip(params long[] dims) => Ops.flip.Call(this, dims);

        /// <summary>The elements moved round along some dimensions.</summary>
        public Tensor roll(long[] shifts, long[] dims) => Ops.roll.Call(this, shifts, dims);

        /// <summary>A view on a stretch of one dimension.</summary>
        public Tensor narrow(long dim, long start, long length) => Ops.narrow.Call(this, dim, start, length);

        /// <summary>A view on one place of a dimension, which goes.</summary>
        public Tensor select(long dim, long index) => Ops.select__int.Call(this, dim, index);

        /// <summary>A view on every step-th place of a stretch of one dimension.</summary>
        public Tensor slice(long dim, long start, long finish, long step) => Ops.slice__Tensor.Call(this, dim, start, finish, step);

        /// <summary>A view on windows of a dimension, as a further one.</summary>
        public Tensor unfold(long dimension, long size, long step) => Ops.unfold.Call(this, dimension, size, step);
    }
}
