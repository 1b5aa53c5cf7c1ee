using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Each vector along a dimension divided by its p-norm.</summary>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1E-12) => Normalized(input, p, dim, eps);

            /// <summary>The cosine between vectors along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1E-08) =>
                Ops.cosine_similarity.Call(x1, x2, dim, eps);

            /// <summary>The p-norm of the differences of rows.</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1E-06, bool keepdim = false) =>
                Ops.pairwise_distance.Call(input1, input2, p, eps, keepdim);

            /// <summary>Each example less its mean, divided by its deviation over the last dimensions; then weight and bias.</summary>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05) =>
                Ops.layer_norm.Call(input, normalized_shape, weight, bias, eps);

            /// <summary>Each group of channels less its mean, divided by its deviation; then weight and bias.</summary>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05) =>
                Ops.group_norm.Call(input, num_groups, weight, bias, eps);

            /// <summary>Each channel less its mean, divided by its deviation: of the batch while training, else the running ones.</summary>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false,
                double momentum = 0.1, double eps = 1E-05) =>
                Ops.batch_norm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            /// <summary>softmax(q · kᵀ ÷ √D + mask) · v, with a dropout of p on the shares.</summary>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false) =>
                Attention(query, key, value, attn_mask, p, is_casual);

            // No operator of its own: the norm, kept away from 0, and a division, as PyTorch does it.
            private static Tensor Normalized(Tensor input, double p, long dim, double eps)
            {
                using var norm = Ops.norm__ScalarOpt_dim.Call(input, p, Arg.One(dim), true);
                using var floor = Ops.clamp_min.Call(norm, eps);
                using var wide = Ops.expand_as.Call(floor, input);
                return Ops.div__Tensor.Call(input, wide);
            }

            // Composed, since libtorch 1.13 has no public operator for it.
            private static Tensor Attention(Tensor query, Tensor key, Tensor value, Tensor? mask, double p, bool causal)
            {
                using var scope = NewDisposeScope();
                var scores = query.matmul(key.transpose(-2, -1)) / Math.Sqrt(query.size(-1));
                if (causal)
                {
                    var seen = ones(query.size(-2), key.size(-2), ScalarType.Bool, query.device).tril();
                    scores = scores.masked_fill(seen.logical_not(), double.NegativeInfinity);
                }

                if (mask is not null)
                    scores = mask.dtype == ScalarType.Bool ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity) : scores + mask;
                return scope.MoveToOuter(dropout(scores.softmax(-1), p, p > 0).matmul(value));
            }
        }
    }
}
