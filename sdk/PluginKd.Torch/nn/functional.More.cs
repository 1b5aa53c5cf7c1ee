using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Each element, or alpha · (eˣ − 1) where it is negative.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => (inplace ? Ops.elu_ : Ops.elu).Call(x, alpha);

            /// <summary>One half along a dimension times the logistic function of the other.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => Ops.glu.Call(input, dim);

            /// <summary>Each element, kept between two bounds.</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                (inplace ? Ops.hardtanh_ : Ops.hardtanh).Call(x, min_val, max_val);

            /// <summary>Each element, kept between 0 and 6.</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) => hardtanh(x, 0, 6, inplace);

            /// <summary>Softmax of the negative.</summary>
            public static Tensor softmin(Tensor x, long dim)
            {
                using var negative = Ops.neg.Call(x);
                return softmax(negative, dim);
            }

            /// <inheritdoc cref="gelu(Tensor)" />
            public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

            /// <inheritdoc cref="gelu(Tensor)" />
            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false) =>
                (inplace ? Ops.gelu_ : Ops.gelu).Call(
                    x, approximate == Modules.GELU.Approximate.tanh ? Arg.Literal("tanh"u8) : Arg.Literal("none"u8));

            /// <summary>The logistic function, in place where asked.</summary>
            public static Tensor sigmoid(Tensor x, bool inplace) => (inplace ? Ops.sigmoid_ : Ops.sigmoid).Call(x);

            /// <summary>Dropout that keeps mean and deviation.</summary>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                (inplace ? Ops.alpha_dropout_ : Ops.alpha_dropout).Call(input, p, training);

            /// <summary>A product of two inputs and the weights: [.., I] and [.., J] give [.., O].</summary>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                Ops.bilinear.Call(input1, input2, weight, bias);

            /// <summary>Distances of pairs that belong together (1) or not (-1).</summary>
            public static Tensor hinge_embedding_loss(
                Tensor input, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                Ops.hinge_embedding_loss.Call(input, target, margin, (long)reduction);

            /// <summary>Logistic loss of targets 1 and -1, in nats.</summary>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Ops.soft_margin_loss.Call(input, target, (long)reduction);

            /// <summary>What other classes come nearer than the margin to the score of the right one.</summary>
            public static Tensor multi_margin_loss(
                Tensor input, Tensor target, int p = 1, double margin = 1, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Ops.multi_margin_loss.Call(input, target, (long)p, margin, weight, (long)reduction);

            /// <summary>Windows of a map [N, C, H, W] as columns [N, C · area, windows].</summary>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                Ops.im2col.Call(input, Both(kernel_size), Both(dilation), Both(padding), Both(stride));

            /// <inheritdoc cref="unfold(Tensor, long, long, long, long)" />
            public static Tensor unfold(
                Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                Ops.im2col.Call(input, Pair(kernel_size), Pair(dilation ?? (1, 1)), Pair(padding ?? (0, 0)), Pair(stride ?? (1, 1)));

            /// <summary>Columns added up to a map: the gradient of <see cref="unfold(Tensor, long, long, long, long)"/>.</summary>
            public static Tensor fold(
                Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                Ops.col2im.Call(input, Both(output_size), Both(kernel_size), Both(dilation), Both(padding), Both(stride));

            /// <inheritdoc cref="fold(Tensor, long, long, long, long, long)" />
            public static Tensor fold(
                Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                (long, long)? stride = null) =>
                Ops.col2im.Call(
                    input, Pair(output_size), Pair(kernel_size), Pair(dilation ?? (1, 1)), Pair(padding ?? (0, 0)), Pair(stride ?? (1, 1)));

            /// <summary>A border on both sides of the last dimension.</summary>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            /// <summary>A border around a map: left, right, top, bottom.</summary>
            public static Tensor pad(
                Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>A border of one width on both sides of the last dimension.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad, pad], mode, value);

            internal static Tensor feature_dropout(Tensor input, double p, bool training, bool inplace) =>
                (inplace ? Ops.feature_dropout_ : Ops.feature_dropout).Call(input, p, training);

            private static long[] Both(long side) => [side, side];
        }
    }
}
