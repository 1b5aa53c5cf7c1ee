using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>All elements in one dimension.</summary>
        public Tensor ravel() => Ops.ravel.Call(this);

        /// <summary>Repeated so many times along each dimension, as a wall is tiled.</summary>
        public Tensor tile(long[] reps) => Ops.tile.Call(this, reps);

        /// <inheritdoc cref="transpose(long, long)" />
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        /// <inheritdoc cref="transpose(long, long)" />
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>Moves dimensions to other places; the rest keeps its order.</summary>
        public Tensor movedim(long[] source, long[] destination) => torch.movedim(this, source, destination);

        /// <inheritdoc cref="movedim(long[], long[])" />
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        /// <inheritdoc cref="permute(long[])" />
        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        /// <inheritdoc cref="expand(long[])" />
        public Tensor expand(long[] sizes, bool isImplicit = false) => Ops.expand.Call(this, sizes, isImplicit);

        /// <inheritdoc cref="expand(long[])" />
        public Tensor expand(Size sizes, bool isImplicit = false) => expand(sizes.Shape, isImplicit);

        /// <inheritdoc cref="unflatten(long, long[])" />
        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        /// <summary>Another view on the memory, its elements so far apart.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) =>
            Ops.as_strided.Call(this, size, strides, storageOffset);

        /// <summary>At least one dimension.</summary>
        public Tensor atleast_1d() => Ops.atleast_1d.Call(this);

        /// <summary>At least two dimensions.</summary>
        public Tensor atleast_2d() => Ops.atleast_2d.Call(this);

        /// <summary>At least three dimensions.</summary>
        public Tensor atleast_3d() => Ops.atleast_3d.Call(this);

        /// <inheritdoc cref="roll(long[], long[])" />
        public Tensor roll(long[] shifts) => torch.roll(this, shifts);

        /// <inheritdoc cref="roll(long[], long[])" />
        public Tensor roll(long shifts, long? dims = null) => torch.roll(this, shifts, dims);

        /// <inheritdoc cref="roll(long[], long[])" />
        public Tensor roll((long, long) shifts, (long, long) dims) => roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        /// <inheritdoc cref="roll(long[], long[])" />
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll([shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);

        /// <inheritdoc cref="repeat_interleave(long, long?, long?)" />
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            torch.repeat_interleave(this, repeats, dim, output_size);

        /// <inheritdoc cref="split(long[], long)" />
        public Tensor[] split(params long[] sizes) => split(sizes, 0);

        /// <summary>Parts of equal length, or nearly.</summary>
        public Tensor[] tensor_split(long size, long dim = 0) => torch.tensor_split(this, size, dim);

        /// <summary>Parts that start at the places given.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => torch.tensor_split(this, sizes, dim);

        /// <inheritdoc cref="tensor_split(long[], long)" />
        public Tensor[] tensor_split(Tensor indices, long dim = 0) => torch.tensor_split(this, indices, dim);
    }
}
