using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements; whole numbers give int64.</summary>
        public Tensor sum(ScalarType? type = null) => Ops.sum.Call(this, type);

        /// <summary>The sums along some dimensions.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Ops.sum__dim_IntList.Call(this, dim, keepdim, type);

        /// <summary>The sums along one dimension.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Ops.sum__dim_IntList.Call(this, Arg.One(dim), keepdim, type);

        /// <summary>The mean of all elements.</summary>
        public Tensor mean() => Ops.mean.Call(this);

        /// <summary>The means along some dimensions.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Ops.mean__dim.Call(this, dimensions, keepdim, type);

        /// <summary>The standard deviation of all elements; unbiased divides by N - 1.</summary>
        public Tensor std(bool unbiased = true) => Ops.std__correction.Call(this, Arg.None, unbiased ? 1L : 0L);

        /// <summary>The standard deviation along some dimensions; unbiased divides by N - 1.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            torch.std(this, dimensions, unbiased, keepdim, type);

        /// <summary>The standard deviation along one dimension; unbiased divides by N - 1.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            torch.std(this, dim, unbiased, keepdim, type);

        /// <summary>The variance of all elements; unbiased divides by N - 1.</summary>
        public Tensor var(bool unbiased = true) => Ops.var__correction.Call(this, Arg.None, unbiased ? 1L : 0L);

        /// <summary>The variance along some dimensions; unbiased divides by N - 1.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            torch.var(this, dimensions, unbiased, keepdim, type);

        /// <summary>The variance along one dimension; unbiased divides by N - 1.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            torch.var(this, dim, unbiased, keepdim, type);

        /// <summary>The largest of all elements.</summary>
        public Tensor max() => Ops.max.Call(this);

        /// <summary>The larger of both, element by element.</summary>
        public Tensor max(Tensor other) => Ops.max__other.Call(this, other);

        /// <summary>The largest elements along one dimension and where they stand.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Ops.max__dim.CallPair(this, dim, keepdim);

        /// <summary>The largest elements along some dimensions; ties share the gradient.</summary>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null ? Ops.amax.Call(this, dims, keepdim) : Ops.amax__out.Call(this, dims, keepdim, @out);

        /// <inheritdoc cref="amax(long[], bool, Tensor)" />
        public Tensor amax(params long[] dims) => Ops.amax.Call(this, dims);

        /// <summary>Where the largest element stands when all are put in one row.</summary>
        public Tensor argmax() => Ops.argmax.Call(this);

        /// <summary>Where the largest element stands along one dimension.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Ops.argmax.Call(this, dim, keepdim);

        /// <summary>The smallest of all elements.</summary>
        public Tensor min() => Ops.min.Call(this);

        /// <summary>The smaller of both, element by element.</summary>
        public Tensor min(Tensor other) => Ops.min__other.Call(this, other);

        /// <summary>The smallest elements along one dimension and where they stand.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Ops.min__dim.CallPair(this, dim, keepdim);

        /// <summary>The smallest elements along some dimensions; ties share the gradient.</summary>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null ? Ops.amin.Call(this, dims, keepdim) : Ops.amin__out.Call(this, dims, keepdim, @out);

        /// <inheritdoc cref="amin(long[], bool, Tensor)" />
        public Tensor amin(params long[] dims) => Ops.amin.Call(this, dims);

        /// <summary>Where the smallest element stands when all are put in one row.</summary>
        public Tensor argmin() => Ops.argmin.Call(this);

        /// <summary>Where the smallest element stands along one dimension.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Ops.argmin.Call(this, dim, keepdim);

        /// <summary>The product of all elements.</summary>
        public Tensor prod(ScalarType? type = null) => Ops.prod.Call(this, type);

        /// <summary>The products along one dimension.</summary>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Ops.prod__dim_int.Call(this, dim, keepdim, type);

        /// <summary>Whether all elements are true.</summary>
        public Tensor all() => Ops.all.Call(this);

        /// <summary>Whether all elements along one dimension are true.</summary>
        public Tensor all(long dim, bool keepdim = false) => Ops.all__dim.Call(this, dim, keepdim);

        /// <summary>Whether some element is true.</summary>
        public Tensor any() => Ops.any.Call(this);

        /// <summary>Whether some element along one dimension is true.</summary>
        public Tensor any(long dim, bool keepdim = false) => Ops.any__dim.Call(this, dim, keepdim);

        /// <summary>The middle one of all elements, the lower of two.</summary>
        public Tensor median() => Ops.median.Call(this);

        /// <summary>The p-norm of all elements.</summary>
        public Tensor norm(float p = 2f) => Ops.norm__Scalar.Call(this, (double)p);

        /// <summary>The p-norms along one dimension.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2f) => Ops.norm__ScalarOpt_dim.Call(this, (double)p, Arg.One(dim), keepdim);

        /// <summary>How many elements are not zero.</summary>
        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? Ops.count_nonzero.Call(this) : Ops.count_nonzero__dim_IntList.Call(this, dims);
    }
}
