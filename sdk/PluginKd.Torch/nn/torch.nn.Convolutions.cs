using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Convolution over length.</summary>
        public static Conv1d Conv1d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            new(new(in_channels, out_channels, [kernel_size], [stride], [padding], [dilation], groups, bias, padding_mode), device, dtype);

        /// <summary>Convolution over a map with a square window.</summary>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            Conv2d(
                in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), (dilation, dilation),
                padding_mode, groups, bias, device, dtype);

        /// <summary>Convolution over a map.</summary>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
            (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                new(
                    in_channels, out_channels, Pair(kernel_size), Pair(stride ?? (1, 1)), Pair(padding ?? (0, 0)), Pair(dilation ?? (1, 1)),
                    groups, bias, padding_mode),
                device, dtype);

        /// <summary>The same with a border chosen by name: <see cref="Padding.Same"/> keeps the length, for strides of 1.</summary>
        public static Conv1d Conv1d(
            long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            new(
                new(
                    in_channels, out_channels, [kernel_size], [stride], [0], [dilation], groups, bias, padding_mode,
                    Keeps(padding, stride)),
                device, dtype);

        /// <inheritdoc cref="Conv2d(long, long, ValueTuple{long, long}, Padding, ValueTuple{long, long}?, ValueTuple{long, long}?, PaddingModes, long, bool, Device, ScalarType?)" />
        public static Conv2d Conv2d(
            long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            Conv2d(
                in_channels, out_channels, (kernel_size, kernel_size), padding, (stride, stride), (dilation, dilation), padding_mode, groups,
                bias, device, dtype);

        /// <summary>The same with a border chosen by name: <see cref="Padding.Same"/> keeps height and width, for strides of 1.</summary>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null,
            (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                new(
                    in_channels, out_channels, Pair(kernel_size), Pair(stride ?? (1, 1)), [0, 0], Pair(dilation ?? (1, 1)), groups, bias,
                    padding_mode, Keeps(padding, Pair(stride ?? (1, 1)))),
                device, dtype);

        /// <summary>Spreads each element by a kernel: the map from outputs of a convolution back to inputs, [N, C, L].</summary>
        public static ConvTranspose1d ConvTranspose1d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0,
            long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) => padding_mode == PaddingModes.Zeros
                ? new(
                    new(
                        in_channels, out_channels, [kernel_size], [stride], [padding], [dilation], groups, bias, padding_mode, null, true,
                        [output_padding]),
                    device, dtype)
                : throw new ArgumentException($"a transposed convolution is padded with zeros, not {padding_mode}", nameof(padding_mode));

        private static Padding Keeps(Padding padding, params long[] stride) => padding == Padding.Same && stride.Any(step => step != 1)
            ? throw new ArgumentException($"Padding.Same needs a stride of 1, not {string.Join(" × ", stride)}", nameof(padding))
            : padding;

        private static long[] Pair((long, long) pair) => [pair.Item1, pair.Item2];
    }
}
