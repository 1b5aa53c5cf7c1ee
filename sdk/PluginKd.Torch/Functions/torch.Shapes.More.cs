using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Matrices with the rows on their diagonals.</summary>
    public static Tensor diag_embed(Tensor input, long offset = 0, long dim1 = -2, long dim2 = -1) =>
        Ops.diag_embed.Call(input, offset, dim1, dim2);

    /// <summary>A copy in which rows are replaced.</summary>
    public static Tensor index_copy(Tensor input, long dim, Tensor index, Tensor source) => Ops.index_copy.Call(input, dim, index, source);

    /// <summary>A copy in which rows are filled with a number.</summary>
    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) =>
        Ops.index_fill__int_Scalar.Call(input, dim, index, value);

    /// <summary>The elements that a mask names, in one row.</summary>
    public static Tensor masked_select(Tensor input, Tensor mask) => Ops.masked_select.Call(input, mask);

    /// <summary>A dimension at another place.</summary>
    public static Tensor movedim(Tensor input, long source, long destination) => Ops.movedim__int.Call(input, source, destination);

    /// <summary>Dimensions at other places.</summary>
    public static Tensor movedim(Tensor input, long[] source, long[] destination) => Ops.movedim__intlist.Call(input, source, destination);

    /// <summary>How many elements there are.</summary>
    public static long numel(Tensor input) => input.numel();

    /// <summary>Each element as often as a number of its own says.</summary>
    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) =>
        Ops.repeat_interleave__self_Tensor.Call(input, repeats, dim, output_size);

    /// <summary>All elements moved on in one long row.</summary>
    public static Tensor roll(Tensor input, long[] shifts) => Ops.roll.Call(input, shifts);

    /// <summary>Elements moved on along a dimension, or in one long row.</summary>
    public static Tensor roll(Tensor input, long shifts, long? dims = null) =>
        Ops.roll.Call(input, Arg.One(shifts), dims is long dim ? Arg.One(dim) : Arg.Default);

    /// <summary>Two dimensions exchanged.</summary>
    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => Ops.swapaxes.Call(input, axis0, axis1);

    /// <summary>Elements by their place in one long row.</summary>
    public static Tensor take(Tensor input, Tensor index) => Ops.take.Call(input, index);

    /// <summary>Parts of nearly the same length.</summary>
    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0) =>
        Ops.tensor_split__sections.CallList(input, indices_or_sections, dim);

    /// <summary>Parts that start at the given places.</summary>
    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0) =>
        Ops.tensor_split__indices.CallList(input, indices_or_sections, dim);

    /// <summary>The tensor, several times along each dimension.</summary>
    public static Tensor tile(Tensor input, long[] dims) => Ops.tile.Call(input, dims);

    /// <summary>One tensor for each pair of coordinates.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Ops.meshgrid__indexing.CallList(Arg.List([.. tensors]), indexing == "xy" ? Arg.Literal("xy"u8) : Arg.Literal("ij"u8));
}
