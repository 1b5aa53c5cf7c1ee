using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>The lower triangular factor, and 0 or the minor that is not positive.</summary>
        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) =>
            Ops.linalg_cholesky_ex.CallPair(input, false, check_errors);

        /// <summary>The inverse, and 0 or the place of a pivot that is zero.</summary>
        public static (Tensor L, Tensor info) inv_ex(Tensor input, bool check_errors = false) =>
            Ops.linalg_inv_ex.CallPair(input, check_errors);

        /// <summary>The solution, and 0 or the place of a pivot that is zero.</summary>
        public static (Tensor result, Tensor info) solve_ex(Tensor A, Tensor B, bool left = true, bool check_errors = false) =>
            Ops.linalg_solve_ex.CallPair(A, B, left, check_errors);

        /// <summary>Permutation, lower and upper triangular factor.</summary>
        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true) => Ops.linalg_lu.CallTriple(input, pivot);

        /// <summary>Both triangular factors in one matrix, and the rows that were exchanged.</summary>
        public static (Tensor LU, Tensor Pivots) lu_factor(Tensor input, bool pivot = true) => Ops.linalg_lu_factor.CallPair(input, pivot);

        /// <summary>Solves a system whose matrix <see cref="lu_factor" /> has taken apart.</summary>
        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false, Tensor? @out = null) =>
            @out is null
                ? Ops.linalg_lu_solve.Call(LU, pivots, B, left, adjoint)
                : Ops.linalg_lu_solve__out.Call(LU, pivots, B, left, adjoint, @out);

        /// <summary>The factors of a symmetric matrix, L·D·Lᵀ, in one matrix, and the rows that were exchanged.</summary>
        public static (Tensor LU, Tensor Pivots) ldl_factor(Tensor input, bool hermitian = true) =>
            Ops.linalg_ldl_factor.CallPair(input, hermitian);

        /// <summary>The same, and 0 or the place of a pivot that is zero.</summary>
        public static (Tensor LU, Tensor Pivots, Tensor Info) ldl_factor_ex(
            Tensor input, bool hermitian = true, bool check_errors = false) =>
            Ops.linalg_ldl_factor_ex.CallTriple(input, hermitian, check_errors);

        /// <summary>Solves a system whose matrix <see cref="ldl_factor" /> has taken apart.</summary>
        public static Tensor ldl_solve(Tensor LD, Tensor pivots, Tensor B, bool hermitian = false) =>
            Ops.linalg_ldl_solve.Call(LD, pivots, B, hermitian);

        /// <summary>The product of the reflectors that <see cref="Tensor.geqrf" /> gives: the orthogonal factor.</summary>
        public static Tensor householder_product(Tensor A, Tensor tau) => Ops.linalg_householder_product.Call(A, tau);
    }
}
