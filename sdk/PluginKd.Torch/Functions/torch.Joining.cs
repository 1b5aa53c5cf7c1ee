using System.Text;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The tensors one behind the other along a dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Ops.cat.Call(Arg.List(tensors), dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)" />
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Ops.cat.Call(Arg.List(tensors), dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)" />
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>The tensors, all of one shape, side by side along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Ops.stack.Call(Arg.List(tensors.ToArray()), dim);

    /// <summary>The tensors one behind the other along the second dimension.</summary>
    public static Tensor hstack(params Tensor[] tensors) => Ops.hstack.Call(Arg.List(tensors));

    /// <summary>The tensors one below the other.</summary>
    public static Tensor vstack(params Tensor[] tensors) => Ops.vstack.Call(Arg.List(tensors));

    /// <summary>Pieces of these lengths along a dimension.</summary>
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);

    /// <summary>The slices along a dimension, which goes.</summary>
    public static Tensor[] unbind(Tensor input, long dim = 0) => input.unbind(dim);

    /// <summary>All tensors broadcast to their common shape.</summary>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Ops.broadcast_tensors.CallList(Arg.List(tensors));

    /// <summary>Sums of products, said by index letters: "nd,md->nm".</summary>
    public static unsafe Tensor einsum(string equation, params Tensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ReadOnlySpan<byte> text = Encoding.UTF8.GetBytes(equation);
        fixed (byte* pinned = text)
            return Ops.einsum.Call(Arg.Literal(text), Arg.List(tensors));
    }
}
