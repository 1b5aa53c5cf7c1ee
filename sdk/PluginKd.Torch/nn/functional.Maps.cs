using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Convolution over length: input [N, C, L], weight [O, C ÷ groups, K].</summary>
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null,
                long groups = 1) =>
                Ops.conv1d.Call(input, weight, bias, Arg.One(stride ?? 1), Arg.One(padding ?? 0), Arg.One(dilation ?? 1), groups);

            /// <summary>Convolution over a map: input [N, C, H, W], weight [O, C ÷ groups, H, W].</summary>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                long groups = 1) =>
                Ops.conv2d.Call(input, weight, bias, strides ?? Arg.One(1), padding ?? Arg.One(0), dilation ?? Arg.One(1), groups);

            /// <summary>Transposed convolution over length.</summary>
            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null,
                long? dilation = null, long groups = 1) =>
                Ops.conv_transpose1d.Call(
                    input, weight, bias, Arg.One(stride ?? 1), Arg.One(padding ?? 0), Arg.One(output_padding ?? 0), groups, Arg.One(dilation ?? 1));

            /// <summary>The largest element of each window over length.</summary>
            public static Tensor max_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool1d.Call(
                    input, Arg.One(kernel_size), Arg.One(stride ?? kernel_size), Arg.One(padding ?? 0), Arg.One(dilation ?? 1), ceil_mode);

            /// <summary>The largest element of each window over a map.</summary>
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool2d.Call(input, kernel_size, strides ?? kernel_size, padding ?? Arg.One(0), dilation ?? Arg.One(1), ceil_mode);

            /// <summary>The largest element of each square window over a map.</summary>
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool2d.Call(
                    input, Arg.One(kernel_size), Arg.One(stride ?? kernel_size), Arg.One(padding ?? 0), Arg.One(dilation ?? 1), ceil_mode);

            /// <summary>The mean of each window over length.</summary>
            public static Tensor avg_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                Ops.avg_pool1d.Call(
                    input, Arg.One(kernel_size), Arg.One(stride ?? kernel_size), Arg.One(padding ?? 0), ceil_mode, count_include_pad);

            /// <summary>The mean of each window over a map.</summary>
            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Ops.avg_pool2d.Call(
                    input, kernel_size, stride ?? kernel_size, padding ?? Arg.One(0), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each square window over a map.</summary>
            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                Ops.avg_pool2d.Call(
                    input, Arg.One(kernel_size), Arg.One(stride ?? kernel_size), Arg.One(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>Means of as many windows over length as asked.</summary>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => Ops.adaptive_avg_pool1d.Call(input, Arg.One(output_size));

            /// <summary>Means of as many windows over a map as asked.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => Ops.adaptive_avg_pool2d.Call(input, output_size);

            /// <summary>Means of as many windows over a map as asked.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                adaptive_avg_pool2d(input, [output_size.Item1, output_size.Item2]);

            /// <summary>Means of as many windows each way over a map as asked.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, [output_size, output_size]);

            /// <summary>The largest elements of as many windows over length as asked.</summary>
            public static Tensor adaptive_max_pool1d(Tensor input, long output_size) =>
                Ops.adaptive_max_pool1d.CallFirst(input, Arg.One(output_size));

            /// <summary>The tensor with a border; the pairs of <paramref name="pad"/> start at the last dimension.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Ops.pad.Call(
                    input,
                    pad,
                    mode switch
                    {
                        PaddingModes.Reflect => Arg.Literal("reflect"u8),
                        PaddingModes.Replicate => Arg.Literal("replicate"u8),
                        PaddingModes.Circular => Arg.Literal("circular"u8),
                        _ => Arg.Literal("constant"u8),
                    },
                    mode is PaddingModes.Constant ? value : Arg.None);
        }
    }
}
