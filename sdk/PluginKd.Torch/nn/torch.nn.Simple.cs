using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Each element, or 0 where it is negative.</summary>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>Each element times the chance that a normal number is smaller.</summary>
        public static GELU GELU() => new(Modules.GELU.Approximate.none, false);

        /// <inheritdoc cref="GELU()" />
        public static GELU GELU(bool inplace) => new(Modules.GELU.Approximate.none, inplace);

        /// <inheritdoc cref="GELU()" />
        public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);

        /// <summary>Each element times its logistic function.</summary>
        public static SiLU SiLU() => new(false);

        /// <summary>Each element times its logistic function.</summary>
        public static SiLU SiLU(bool inplace) => new(inplace);

        /// <summary>The hyperbolic tangent of each element.</summary>
        public static Tanh Tanh() => new(false);

        /// <summary>The hyperbolic tangent of each element.</summary>
        public static Tanh Tanh(bool inplace = false) => new(inplace);

        /// <summary>The logistic function of each element.</summary>
        public static Sigmoid Sigmoid() => new(false);

        /// <summary>The logistic function of each element.</summary>
        public static Sigmoid Sigmoid(bool inplace) => new(inplace);

        /// <summary>Each element, or a share of it where it is negative.</summary>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        /// <summary>eˣ ÷ Σ eˣ along one dimension.</summary>
        public static Softmax Softmax(long dim) => new(dim);

        /// <summary>log of softmax along one dimension, in nats.</summary>
        public static LogSoftmax LogSoftmax(long dim) => new(dim);

        /// <summary>Sets elements to 0 with chance p while training, and scales the others to keep the mean.</summary>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Its input.</summary>
        public static Identity Identity() => new();

        /// <summary>Some dimensions made one.</summary>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <summary>The largest element of each window over length.</summary>
        public static MaxPool1d MaxPool1d(
            long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The largest element of each square window over a map.</summary>
        public static MaxPool2d MaxPool2d(
            long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new([kernel_size, kernel_size], Square(stride), Square(padding), Square(dilation), ceil_mode);

        /// <summary>The largest element of each window over a map.</summary>
        public static MaxPool2d MaxPool2d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The mean of each window over length.</summary>
        public static AvgPool1d AvgPool1d(
            long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad);

        /// <summary>The mean of each square window over a map.</summary>
        public static AvgPool2d AvgPool2d(
            long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true,
            long? divisor_override = null) =>
            new([kernel_size, kernel_size], Square(stride), Square(padding), ceil_mode, count_include_pad, divisor_override);

        /// <summary>Means of as many windows over length as asked.</summary>
        public static AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);

        /// <summary>Means of as many windows each way over a map as asked.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new([output_size, output_size]);

        /// <summary>Means of as many windows over a map as asked.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

        /// <summary>The largest elements of as many windows over length as asked.</summary>
        public static AdaptiveMaxPool1d AdaptiveMaxPool1d(long output_size) => new(output_size);

        private static long[]? Square(long? side) => side is long given ? [given, given] : null;
    }
}
