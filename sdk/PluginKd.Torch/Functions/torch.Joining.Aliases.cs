using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="cat(IList{Tensor}, long)" />
    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)" />
    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    /// <inheritdoc cref="cat(IList{Tensor}, long)" />
    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => cat(tensors, axis);

    /// <inheritdoc cref="hstack(Tensor[])" />
    public static Tensor hstack(IList<Tensor> tensors) => Ops.hstack.Call(Arg.List(tensors));

    /// <inheritdoc cref="hstack(Tensor[])" />
    public static Tensor hstack(IEnumerable<Tensor> tensors) => hstack(tensors.ToArray());

    /// <inheritdoc cref="vstack(Tensor[])" />
    public static Tensor vstack(IList<Tensor> tensors) => Ops.vstack.Call(Arg.List(tensors));

    /// <summary>All tuples of one element from each vector, a row each.</summary>
    public static Tensor cartesian_prod(IList<Tensor> tensors) => Ops.cartesian_prod.Call(Arg.List(tensors));

    /// <inheritdoc cref="cartesian_prod(IList{Tensor})" />
    public static Tensor cartesian_prod(params Tensor[] tensors) => Ops.cartesian_prod.Call(Arg.List(tensors));

    /// <summary>All choices of r elements of a vector, a row each.</summary>
    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) =>
        Ops.combinations.Call(input, (long)r, with_replacement);

    /// <summary>The product of matrices, in the order that costs least.</summary>
    public static Tensor chain_matmul(params Tensor[] matrices) => linalg.multi_dot(matrices);

    /// <inheritdoc cref="tensor_split(Tensor, long[], long)" />
    public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0) =>
        Ops.tensor_split__tensor_indices_or_sections.CallList(input, indices_or_sections, dim);

    /// <inheritdoc cref="unflatten(Tensor, long, long[])" />
    public static Tensor unflatten(Tensor input, long dim, Size sizes) => input.unflatten(dim, sizes.Shape);

    /// <inheritdoc cref="roll(Tensor, long[], long[])" />
    public static Tensor roll(Tensor input, (long, long) shifts, (long, long) dims) => input.roll(shifts, dims);

    /// <inheritdoc cref="roll(Tensor, long[], long[])" />
    public static Tensor roll(Tensor input, (long, long, long) shifts, (long, long, long) dims) => input.roll(shifts, dims);

    /// <inheritdoc cref="take_along_dim(Tensor, Tensor, long)" />
    public static Tensor take_along_dim(Tensor input, IEnumerable<long> indices, long dim = 0) => input.take_along_dim(indices, dim);

    /// <summary>The elements that an index names along a dimension; the gradient may be sparse.</summary>
    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) =>
        Ops.gather.Call(input, dim, index, sparse_grad);

    /// <summary>Products summed over pairs of dimensions.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, (long, long)[] dims) =>
        tensordot(a, b, [.. dims.Select(pair => pair.Item1)], [.. dims.Select(pair => pair.Item2)]);

    /// <inheritdoc cref="norm(Tensor, float)" />
    public static Tensor norm(Tensor input) => norm(input, 2f);

    /// <inheritdoc cref="searchsorted(Tensor, Tensor, bool, bool, Tensor)" />
    public static Tensor searchsorted(Tensor sorted_sequence, Scalar values, bool out_int32, bool right, Tensor? sorter) =>
        Ops.searchsorted__Scalar.Call(sorted_sequence, values, out_int32, right, Arg.None, sorter);
}
