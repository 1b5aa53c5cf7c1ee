using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>All dimensions in the opposite order.</summary>
        public Tensor T => Ops.numpy_T.Call(this);

        /// <summary>The conjugate transpose of a matrix; for real numbers, the transpose.</summary>
        public Tensor H => Ops.matrix_H.Call(this);

        /// <summary>The transposes of the matrices in the last two dimensions.</summary>
        public Tensor mT => Ops.mT.Call(this);

        /// <summary>The conjugate transposes of the matrices in the last two dimensions.</summary>
        public Tensor mH => Ops.mH.Call(this);

        /// <summary>The real part; the tensor itself, as far as it holds no complex numbers.</summary>
        public Tensor real => Ops.real.Call(this);

        /// <summary>β times this plus α times the product of matrix and vector.</summary>
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1f, float alpha = 1f) => torch.addmv(this, mat, vec, beta, alpha);

        /// <summary>The triangular factor of a positive definite matrix, the lower one unless asked for the upper.</summary>
        public Tensor cholesky(bool upper = false) => Ops.cholesky.Call(this, upper);

        /// <summary>log of the determinant.</summary>
        public Tensor logdet() => Ops.logdet.Call(this);

        /// <summary>A matrix to a whole power.</summary>
        public Tensor matrix_power(int n) => torch.matrix_power(this, n);

        /// <summary>The pseudo-inverse.</summary>
        public Tensor pinverse(double rcond = 1E-15, bool hermitian = false) => torch.pinverse(this, rcond, hermitian);

        /// <summary>The reflectors of a QR decomposition and their factors, as LAPACK hands them over.</summary>
        public (Tensor a, Tensor tau) geqrf() => Ops.geqrf.CallPair(this);

        /// <summary>Puts the last dimension on diagonals of the matrices in two dimensions.</summary>
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => torch.diag_embed(this, offset, dim1, dim2);

        /// <summary>All numbers of a sparse tensor, the zeros too.</summary>
        public Tensor to_dense() => Ops.to_dense.Call(this);

        /// <summary>Only the numbers that are not zero, and where they stand.</summary>
        public Tensor to_sparse() => Ops.to_sparse.Call(this);

        /// <summary>The same with only the first dimensions sparse.</summary>
        public Tensor to_sparse(int sparse_dim) => Ops.to_sparse__sparse_dim.Call(this, (long)sparse_dim);
    }
}
