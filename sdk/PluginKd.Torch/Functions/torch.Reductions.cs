using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sum of all elements; whole numbers give int64.</summary>
    public static Tensor sum(Tensor input, ScalarType? type = null) => Ops.sum.Call(input, type);

    /// <summary>The sums along some dimensions.</summary>
    public static Tensor sum(Tensor input, long[] dim, bool keepdim = false, ScalarType? type = null) =>
        Ops.sum__dim_IntList.Call(input, dim, keepdim, type);

    /// <summary>The sums along one dimension.</summary>
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) =>
        Ops.sum__dim_IntList.Call(input, Arg.One(dim), keepdim, type);

    /// <summary>The mean of all elements.</summary>
    public static Tensor mean(Tensor input) => Ops.mean.Call(input);

    /// <summary>The means along some dimensions.</summary>
    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        Ops.mean__dim.Call(input, dimensions, keepdim, type);

    /// <summary>The standard deviation of all elements; unbiased divides by N - 1.</summary>
    public static Tensor std(Tensor input, bool unbiased = true) => Ops.std__correction.Call(input, Arg.None, unbiased ? 1L : 0L);

    /// <summary>The standard deviation along some dimensions; unbiased divides by N - 1.</summary>
    public static Tensor std(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
    {
        using var typed = Typed(input, type);
        return Ops.std__correction.Call(typed ?? input, dimensions, unbiased ? 1L : 0L, keepdim);
    }

    /// <summary>The standard deviation along one dimension; unbiased divides by N - 1.</summary>
    public static Tensor std(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
    {
        using var typed = Typed(input, type);
        return Ops.std__correction.Call(typed ?? input, Arg.One(dimensions), unbiased ? 1L : 0L, keepdim);
    }

    /// <summary>The variance of all elements; unbiased divides by N - 1.</summary>
    public static Tensor var(Tensor input, bool unbiased = true) => Ops.var__correction.Call(input, Arg.None, unbiased ? 1L : 0L);

    /// <summary>The variance along some dimensions; unbiased divides by N - 1.</summary>
    public static Tensor var(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
    {
        using var typed = Typed(input, type);
        return Ops.var__correction.Call(typed ?? input, dimensions, unbiased ? 1L : 0L, keepdim);
    }

    /// <summary>The variance along one dimension; unbiased divides by N - 1.</summary>
    public static Tensor var(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
    {
        using var typed = Typed(input, type);
        return Ops.var__correction.Call(typed ?? input, Arg.One(dimensions), unbiased ? 1L : 0L, keepdim);
    }

    /// <summary>The largest of all elements.</summary>
    public static Tensor max(Tensor input) => Ops.max.Call(input);

    /// <summary>The larger of both, element by element.</summary>
    public static Tensor max(Tensor input, Tensor other) => Ops.max__other.Call(input, other);

    /// <summary>The largest elements along one dimension and where they stand.</summary>
    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) => Ops.max__dim.CallPair(input, dim, keepdim);

    /// <summary>The largest elements along some dimensions; ties share the gradient.</summary>
    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => input.amax(dims, keepdim, @out);

    /// <inheritdoc cref="amax(Tensor, long[], bool, Tensor)" />
    public static Tensor amax(Tensor input, long[] dims) => Ops.amax.Call(input, dims);

    /// <summary>Where the largest element stands when all are put in one row.</summary>
    public static Tensor argmax(Tensor input) => Ops.argmax.Call(input);

    /// <summary>Where the largest element stands along one dimension.</summary>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => Ops.argmax.Call(input, dim, keepdim);

    /// <summary>The smallest of all elements.</summary>
    public static Tensor min(Tensor input) => Ops.min.Call(input);

    /// <summary>The smaller of both, element by element.</summary>
    public static Tensor min(Tensor input, Tensor other) => Ops.min__other.Call(input, other);

    /// <summary>The smallest elements along one dimension and where they stand.</summary>
    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) => Ops.min__dim.CallPair(input, dim, keepdim);

    /// <summary>The smallest elements along some dimensions; ties share the gradient.</summary>
    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => input.amin(dims, keepdim, @out);

    /// <summary>Where the smallest element stands when all are put in one row.</summary>
    public static Tensor argmin(Tensor input) => Ops.argmin.Call(input);

    /// <summary>Where the smallest element stands along one dimension.</summary>
    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => Ops.argmin.Call(input, dim, keepdim);

    /// <summary>The product of all elements.</summary>
    public static Tensor prod(Tensor input, ScalarType? type = null) => Ops.prod.Call(input, type);

    /// <summary>The products along one dimension.</summary>
    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) =>
        Ops.prod__dim_int.Call(input, dim, keepdim, type);

    /// <summary>Whether all elements are true.</summary>
    public static Tensor all(Tensor input) => Ops.all.Call(input);

    /// <summary>Whether all elements along one dimension are true.</summary>
    public static Tensor all(Tensor input, long dim, bool keepdim = false) => Ops.all__dim.Call(input, dim, keepdim);

    /// <summary>Whether some element is true.</summary>
    public static Tensor any(Tensor input) => Ops.any.Call(input);

    /// <summary>Whether some element along one dimension is true.</summary>
    public static Tensor any(Tensor input, long dim, bool keepdim = false) => Ops.any__dim.Call(input, dim, keepdim);

    /// <summary>The middle one of all elements, the lower of two.</summary>
    public static Tensor median(Tensor input) => Ops.median.Call(input);

    /// <summary>The p-norm of all elements.</summary>
    public static Tensor norm(Tensor input, float p = 2f) => Ops.norm__Scalar.Call(input, (double)p);

    /// <summary>The p-norms along one dimension.</summary>
    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2f) =>
        Ops.norm__ScalarOpt_dim.Call(input, (double)p, Arg.One(dimension), keepdim);

    /// <summary>How many elements are not zero.</summary>
    public static Tensor count_nonzero(Tensor input, long[]? dims = null) =>
        dims is null ? Ops.count_nonzero.Call(input) : Ops.count_nonzero__dim_IntList.Call(input, dims);
}
