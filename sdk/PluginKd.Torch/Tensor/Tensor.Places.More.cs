using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A copy with the source written to places of a dimension.</summary>
        public Tensor index_copy(long dim, Tensor index, Tensor source) => torch.index_copy(this, dim, index, source);

        /// <summary>A copy with a number written to places of a dimension.</summary>
        public Tensor index_fill(long dim, Tensor index, Scalar value) => torch.index_fill(this, dim, index, value);

        /// <summary>A copy with the source written over one place of a dimension.</summary>
        public Tensor select_scatter(Tensor src, long dim, long index) => Ops.select_scatter.Call(this, src, dim, index);

        /// <summary>A copy with the source written over a range of a dimension.</summary>
        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
            Ops.slice_scatter.Call(this, src, dim, start, end, step);

        /// <summary>A copy with the source written over a diagonal.</summary>
        public Tensor diagonal_scatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
            Ops.diagonal_scatter.Call(this, src, offset, dim1, dim2);

        /// <summary>A copy with values, in their order, where the mask holds.</summary>
        public Tensor masked_scatter(Tensor mask, Tensor value) => Ops.masked_scatter.Call(this, mask, value);

        /// <summary>The elements that an index names among all, in one dimension.</summary>
        public Tensor take_along_dim(Tensor indices) => Ops.take_along_dim.Call(this, indices);

        /// <inheritdoc cref="take_along_dim(Tensor)" />
        public Tensor take_along_dim(IEnumerable<long> indices) => take_along_dim(Index(indices, 1, 0));

        /// <summary>The elements at the places given along a dimension.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices, long dim) =>
            take_along_dim(Index(indices, ndim, dim < 0 ? dim + ndim : dim), dim);

        /// <summary>Writes a number to places; in place.</summary>
        public Tensor index_put_(Scalar value, params Tensor[] indices) =>
            index_put_(torch.tensor(value.AsDouble).to(dtype, device, disposeAfter: true), indices);

        /// <summary>Writes, or adds, values to places that brackets name; in place.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            ArgumentNullException.ThrowIfNull(indices);
            if (!accumulate)
                return index_put_(value, indices);
            var places = Walk(indices, out var view);
            var target = view ?? this;
            if (places is null)
                Ops.add___Tensor.Run(target, value);
            else
                Ops.index_put_.Run(target, Arg.OptionalList(places), value, true);
            view?.Dispose();
            return alias();
        }

        // A vector that lies along one of so many dimensions.
        private static Tensor Index(IEnumerable<long> places, long dimensions, long dim)
        {
            var list = places.ToArray();
            var shape = new long[dimensions];
            Array.Fill(shape, 1);
            shape[dim] = list.Length;
            return torch.tensor(list, shape);
        }
    }
}
