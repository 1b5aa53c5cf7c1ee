using System.Diagnostics.CodeAnalysis;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra; every function takes stacks of matrices [.., M, N] too.</summary>
    public static partial class linalg
    {
        /// <summary>Which parts of Q and R are computed.</summary>
        public enum QRMode
        {
            /// <summary>As many columns of Q as the shorter side.</summary>
            Reduced = 0,

            /// <summary>All columns of Q.</summary>
            Complete = 1,

            /// <summary>R alone; Q is empty.</summary>
            R = 2,
        }

        /// <summary>U · diag(S) · Vh.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => Ops.linalg_svd.CallTriple(input, fullMatrices);

        /// <summary>The singular values, the largest first.</summary>
        public static Tensor svdvals(Tensor input) => Ops.linalg_svdvals.Call(input);

        /// <summary>Eigenvalues, the smallest first, and eigenvectors of symmetric matrices, of which one triangle is read.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Ops.linalg_eigh.CallPair(input, Triangle(UPLO));

        /// <summary>Eigenvalues of symmetric matrices, the smallest first.</summary>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Ops.linalg_eigvalsh.Call(input, Triangle(UPLO));

        /// <summary>An orthogonal matrix times an upper triangle.</summary>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) => Ops.linalg_qr.CallPair(input, mode switch
        {
            QRMode.Complete => Arg.Literal("complete"u8),
            QRMode.R => Arg.Literal("r"u8),
            _ => Arg.Literal("reduced"u8),
        });

        /// <summary>L of input = L · Lᵀ, for positive definite matrices.</summary>
        public static Tensor cholesky(Tensor input) => Ops.linalg_cholesky.Call(input);

        /// <summary>The inverse.</summary>
        public static Tensor inv(Tensor input) => Ops.linalg_inv.Call(input);

        /// <summary>The pseudo-inverse; singular values below the bounds count as 0.</summary>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Ops.linalg_pinv__atol_rtol_float.Call(input, atol, rtol, hermitian);

        /// <inheritdoc cref="pinv(Tensor, double?, double?, bool)" />
        public static Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            Ops.linalg_pinv__atol_rtol_tensor.Call(input, atol, rtol, hermitian);

        /// <summary>The determinant.</summary>
        public static Tensor det(Tensor input) => Ops.linalg_det.Call(input);

        /// <summary>The sign of the determinant and the logarithm of its size.</summary>
        public static (Tensor, Tensor) slogdet(Tensor input) => Ops.linalg_slogdet.CallPair(input);

        /// <summary>X of A · X = B, or of X · A = B.</summary>
        [SuppressMessage("Naming", "CA1704", Justification = "TorchSharp's names.")]
        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Ops.linalg_solve.Call(A, B, left);

        /// <summary>X of A · X = B for a triangle A.</summary>
        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null) =>
            @out is null
                ? Ops.linalg_solve_triangular.Call(A, B, upper, left, unitriangular)
                : Ops.linalg_solve_triangular__out.Call(A, B, upper, left, unitriangular, @out);

        /// <summary>X of the least |input · X − other|, squared residuals, rank and singular values.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other)
        {
            var parts = Ops.linalg_lstsq.CallAll(input, other, Arg.None, Arg.Literal("gelsd"u8));
            return (parts[0], parts[1], parts[2], parts[3]);
        }

        /// <summary>How many singular values are above the bounds.</summary>
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Ops.linalg_matrix_rank__atol_rtol_float.Call(input, atol, rtol, hermitian);

        /// <summary>The largest singular value ÷ the smallest.</summary>
        public static Tensor cond(Tensor input) => Ops.linalg_cond.Call(input);

        /// <summary>e to the power of a matrix.</summary>
        public static Tensor matrix_exp(Tensor input) => Ops.linalg_matrix_exp.Call(input);

        /// <summary>The product of several matrices, in the cheapest order.</summary>
        public static Tensor multi_dot(IList<Tensor> tensors) => Ops.linalg_multi_dot.Call(Arg.List(tensors));

        /// <summary>The vector product of three-dimensional vectors.</summary>
        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => Ops.linalg_cross.Call(input, other, dim);

        /// <summary>The scalar products along a dimension.</summary>
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) =>
            @out is null ? Ops.linalg_vecdot.Call(x, y, dim) : Ops.linalg_vecdot__out.Call(x, y, dim, @out);

        /// <summary>The diagonals.</summary>
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) =>
            Ops.linalg_diagonal.Call(input, (long)offset, (long)dim1, (long)dim2);

        private static Arg Triangle(char name) => name == 'U' ? Arg.Literal("U"u8) : Arg.Literal("L"u8);
    }
}
