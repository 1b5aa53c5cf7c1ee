using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers as plain functions.</summary>
        public static partial class functional
        {
            /// <summary>input · weightsᵀ + bias: [N, I] by [O, I] gives [N, O].</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Ops.linear.Call(input, weights, bias);

            /// <summary>Each element, or 0 where it is negative.</summary>
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? Ops.relu_.Call(x) : Ops.relu.Call(x);

            /// <summary>Each element times the chance that a normal number is smaller.</summary>
            public static Tensor gelu(Tensor x) => Ops.gelu.Call(x);

            /// <summary>Each element times its logistic function.</summary>
            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? Ops.silu_.Call(x) : Ops.silu.Call(x);

            /// <summary>The logistic function of each element.</summary>
            public static Tensor sigmoid(Tensor x) => Ops.sigmoid.Call(x);

            /// <summary>The hyperbolic tangent of each element.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? Ops.tanh_.Call(x) : Ops.tanh.Call(x);

            /// <summary>log of the logistic function of each element.</summary>
            public static Tensor logsigmoid(Tensor x) => Ops.log_sigmoid.Call(x);

            /// <summary>Each element, or a share of it where it is negative.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? Ops.leaky_relu_.Call(input, negative_slope) : Ops.leaky_relu.Call(input, negative_slope);

            /// <summary>log(1 + e^(βx)) ÷ β, straight above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Ops.softplus.Call(x, beta, threshold);

            /// <summary>eˣ ÷ Σ eˣ along one dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Ops.softmax__int.Call(input, dim, dtype);

            /// <summary>log of softmax along one dimension, in nats.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => Ops.log_softmax__int.Call(x, dim, Arg.None);

            /// <summary>Sets elements to 0 with chance p and scales the others to keep the mean; only while training.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? Ops.dropout_.Call(input, p, training) : Ops.dropout.Call(input, p, training);

            /// <summary>int64 labels [..] as rows of zeros and a one [.., classes]; -1 takes as many classes as the largest label needs.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Ops.one_hot.Call(x, num_classes);
        }
    }
}
