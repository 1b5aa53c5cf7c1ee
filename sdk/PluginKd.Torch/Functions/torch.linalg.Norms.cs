using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>The length of a vector or the Frobenius norm of a matrix.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => Ops.linalg_norm.Call(input, Arg.None, dims, keepdim);

        /// <summary>A norm by name: "fro" or "nuc".</summary>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_norm__ord_str.Call(input, Named(ord), dims, keepdim);

        /// <summary>A norm by its exponent, of vectors or of singular values.</summary>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_norm.Call(input, ord, dims, keepdim);

        /// <inheritdoc cref="norm(Tensor, double, long[], bool)" />
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) => norm(input, (double)ord, dims, keepdim);

        /// <summary>(Σ |x|ᵒʳᵈ)^(1 ÷ ord) over the dimensions, or over all.</summary>
        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_vector_norm.Call(input, ord, dims, keepdim);

        /// <summary>A norm of matrices by name: "fro" or "nuc".</summary>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_matrix_norm__str_ord.Call(input, Named(ord), dims ?? [-2, -1], keepdim);

        /// <summary>A norm of matrices by number: 2 is the largest singular value, 1 the largest column, infinity the largest row.</summary>
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_matrix_norm.Call(input, ord, dims ?? [-2, -1], keepdim);

        private static Arg Named(string order) => order switch
        {
            "fro" => Arg.Literal("fro"u8),
            "nuc" => Arg.Literal("nuc"u8),
            _ => throw new ArgumentException($"a norm called '{order}'; there are 'fro' and 'nuc'", nameof(order)),
        };
    }
}
