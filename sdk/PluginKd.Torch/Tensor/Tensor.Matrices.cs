using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The matrix product, batched and broadcast where there are more dimensions.</summary>
        public Tensor matmul(Tensor target) => Ops.matmul.Call(this, target);

        /// <summary>The product of two matrices, [N, K] by [K, M].</summary>
        public Tensor mm(Tensor target) => Ops.mm.Call(this, target);

        /// <summary>The products of batched matrices, [B, N, K] by [B, K, M].</summary>
        public Tensor bmm(Tensor batch2) => Ops.bmm.Call(this, batch2);

        /// <summary>The product of a matrix and a vector.</summary>
        public Tensor mv(Tensor target) => Ops.mv.Call(this, target);

        /// <summary>The sum of the products of two vectors.</summary>
        public Tensor dot(Tensor target) => Ops.dot.Call(this, target);

        /// <summary>All products of the elements of two vectors.</summary>
        public Tensor outer(Tensor vec2) => Ops.outer.Call(this, vec2);

        /// <summary>β times this plus α times the matrix product.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1f, float alpha = 1f) =>
            Ops.addmm.Call(this, mat1, mat2, (double)beta, (double)alpha);

        /// <summary>β times this plus α times the batched matrix products.</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            Ops.baddbmm.Call(this, batch1, batch2, (double)beta, (double)alpha);

        /// <summary>The transpose of a matrix.</summary>
        public Tensor t() => Ops.t.Call(this);

        /// <summary>The upper triangle; the rest is 0.</summary>
        public Tensor triu(long diagonal = 0) => Ops.triu.Call(this, diagonal);

        /// <summary>The lower triangle; the rest is 0.</summary>
        public Tensor tril(long diagonal = 0) => Ops.tril.Call(this, diagonal);

        /// <summary>The diagonal of a matrix, or the matrix with that diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Ops.diag.Call(this, diagonal);

        /// <summary>A view on a diagonal.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Ops.diagonal.Call(this, offset, dim1, dim2);

        /// <summary>The sum of the diagonal.</summary>
        public Tensor trace() => Ops.trace.Call(this);

        /// <summary>The inverse of a matrix.</summary>
        public Tensor inverse() => Ops.inverse.Call(this);
    }
}
