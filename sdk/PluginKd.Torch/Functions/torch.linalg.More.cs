using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>How much a norm of the input can grow in the solution: p is 2, -2, 1, -1 or an infinity.</summary>
        public static Tensor cond(Tensor input, double p) => Ops.linalg_cond.Call(input, p);

        /// <inheritdoc cref="cond(Tensor, double)" />
        public static Tensor cond(Tensor input, int p) => cond(input, (double)p);

        /// <summary>How much the Frobenius norm ("fro") or the nuclear norm ("nuc") can grow in the solution.</summary>
        public static Tensor cond(Tensor input, string p) => Ops.linalg_cond__p_str.Call(input, Named(p));

        /// <summary>The least squares solution; singular values below rcond times the largest count as zero.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other, double rcond)
        {
            var parts = Ops.linalg_lstsq.CallAll(input, other, rcond, Arg.Literal("gelsd"u8));
            return (parts[0], parts[1], parts[2], parts[3]);
        }

        /// <summary>How many singular values lie above a tolerance for each matrix.</summary>
        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            Ops.linalg_matrix_rank__atol_rtol_tensor.Call(input, atol, rtol, hermitian);

        /// <summary>The inverse of a tensor as a map between its last dimensions and its first ones.</summary>
        public static Tensor tensorinv(Tensor input, long ind) => Ops.linalg_tensorinv.Call(input, ind);

        /// <summary>The solution of A · x = B summed over all dimensions of x.</summary>
        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims) => Ops.linalg_tensorsolve.Call(A, B, dims);

        /// <summary>The powers of each number, from 0 up to below N.</summary>
        public static Tensor vander(Tensor input, long? N = null) => Ops.linalg_vander.Call(input, N);
    }
}
