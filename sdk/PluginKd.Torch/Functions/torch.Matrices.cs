using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The matrix product, batched and broadcast where there are more dimensions.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => Ops.matmul.Call(input, target);

    /// <summary>The product of two matrices, [N, K] by [K, M].</summary>
    public static Tensor mm(Tensor input, Tensor target) => Ops.mm.Call(input, target);

    /// <summary>The products of batched matrices, [B, N, K] by [B, K, M].</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => Ops.bmm.Call(input, batch2);

    /// <summary>The product of a matrix and a vector.</summary>
    public static Tensor mv(Tensor input, Tensor target) => Ops.mv.Call(input, target);

    /// <summary>The sum of the products of two vectors.</summary>
    public static Tensor dot(Tensor input, Tensor other) => Ops.dot.Call(input, other);

    /// <summary>All products of the elements of two vectors.</summary>
    public static Tensor outer(Tensor input, Tensor vec2) => Ops.outer.Call(input, vec2);

    /// <summary>β times this plus α times the matrix product.</summary>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        Ops.addmm.Call(input, mat1, mat2, (double)beta, (double)alpha);

    /// <summary>β times this plus α times the batched matrix products.</summary>
    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
        Ops.baddbmm.Call(input, batch1, batch2, (double)beta, (double)alpha);

    /// <summary>The transpose of a matrix.</summary>
    public static Tensor t(Tensor input) => Ops.t.Call(input);

    /// <summary>The upper triangle; the rest is 0.</summary>
    public static Tensor triu(Tensor input, long diagonal = 0) => Ops.triu.Call(input, diagonal);

    /// <summary>The lower triangle; the rest is 0.</summary>
    public static Tensor tril(Tensor input, long diagonal = 0) => Ops.tril.Call(input, diagonal);

    /// <summary>The diagonal of a matrix, or the matrix with that diagonal.</summary>
    public static Tensor diag(Tensor input, long diagonal = 0) => Ops.diag.Call(input, diagonal);

    /// <summary>A view on a diagonal.</summary>
    public static Tensor diagonal(Tensor input, long offset = 0, long dim1 = 0, long dim2 = 1) => Ops.diagonal.Call(input, offset, dim1, dim2);

    /// <summary>The sum of the diagonal.</summary>
    public static Tensor trace(Tensor input) => Ops.trace.Call(input);

    /// <summary>The inverse of a matrix.</summary>
    public static Tensor inverse(Tensor input) => Ops.inverse.Call(input);

    /// <summary>The distances between rows, [N, D] and [M, D] giving [N, M].</summary>
    public static Tensor cdist(
        Tensor x1, Tensor x2, double p = 2, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) =>
        Ops.cdist.Call(x1, x2, p, (long)compute_mode);
}
