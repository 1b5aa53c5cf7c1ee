using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The same elements in another shape, copied where it must be; -1 stands for what is left.</summary>
    public static Tensor reshape(Tensor input, params long[] shape) => Ops.reshape.Call(input, shape);

    /// <summary>A view broadcast to a shape.</summary>
    public static Tensor broadcast_to(Tensor input, params long[] shape) => Ops.broadcast_to.Call(input, shape);

    /// <summary>Each element repeated so many times along a dimension.</summary>
    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) =>
        Ops.repeat_interleave__self_int.Call(input, repeats, dim, output_size);

    /// <summary>A view with the dimensions in another order.</summary>
    public static Tensor permute(Tensor input, params long[] permutation) => Ops.permute.Call(input, permutation);

    /// <summary>A view with two dimensions exchanged.</summary>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => Ops.transpose__int.Call(input, dim0, dim1);

    /// <summary>A view without the dimensions of length 1, or without one of them.</summary>
    public static Tensor squeeze(Tensor input, long? dim = null) => dim is long one ? Ops.squeeze__dim.Call(input, one) : Ops.squeeze.Call(input);

    /// <summary>A view with a further dimension of length 1.</summary>
    public static Tensor unsqueeze(Tensor input, long dim) => Ops.unsqueeze.Call(input, dim);

    /// <summary>Some dimensions made one.</summary>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => Ops.flatten__using_ints.Call(input, start_dim, end_dim);

    /// <summary>One dimension made several.</summary>
    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => Ops.unflatten__int.Call(input, dim, sizes);

    /// <summary>A copy that is recorded for gradients.</summary>
    public static Tensor clone(Tensor input) => Ops.clone.Call(input);

    /// <summary>So many pieces along a dimension.</summary>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => Ops.chunk.CallList(input, chunks, dim);

    /// <summary>The elements in the opposite order along some dimensions.</summary>
    public static Tensor flip(Tensor input, params long[] dims) => Ops.flip.Call(input, dims);

    /// <summary>The elements moved round along some dimensions.</summary>
    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => Ops.roll.Call(input, shifts, dims);

    /// <summary>A view on a stretch of one dimension.</summary>
    public static Tensor narrow(Tensor input, long dim, long start, long length) => Ops.narrow.Call(input, dim, start, length);

    /// <summary>A view on one place of a dimension, which goes.</summary>
    public static Tensor select(Tensor input, long dim, long index) => Ops.select__int.Call(input, dim, index);
}
