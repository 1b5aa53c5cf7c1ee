using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions have in common: weight, bias, and padding that the operators themselves do not know.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private protected Convolution(string name, Geometry geometry, Device? device, ScalarType? type)
        : base(name)
    {
        Shape = geometry;
        long[] shape = geometry.Transposed
            ? [geometry.Inputs, geometry.Outputs / geometry.Groups, .. geometry.Kernel]
            : [geometry.Outputs, geometry.Inputs / geometry.Groups, .. geometry.Kernel];
        weight = FirstWeights.Empty(shape, device, type);
        if (geometry.HasBias)
            bias = FirstWeights.Empty([geometry.Outputs], device, type);
        reset_parameters();
    }

    /// <summary>The kernels, [out_channels, in_channels / groups, …]; the first two the other way round where transposed.</summary>
    public Parameter weight
    {
        get;
        set => field = Put("weight", value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>What is added to each channel, [out_channels], or null.</summary>
    public Parameter? bias { get; set => field = Put("bias", value); }

    /// <summary>Channels that come in.</summary>
    public long in_channels => Shape.Inputs;

    /// <summary>Channels that go out.</summary>
    public long out_channels => Shape.Outputs;

    /// <summary>The lengths of a kernel.</summary>
    public long[] kernel_size => Shape.Kernel;

    /// <summary>How far a kernel moves.</summary>
    public long[] stride
    {
        get => Shape.Stride;
        set => Shape = Shape with { Stride = value };
    }

    /// <summary>What is put before and behind each dimension; zeros where <see cref="padding_type" /> rules.</summary>
    public long[] padding => Shape.Padding;

    /// <summary>Whether nothing is put around the input, or as much as keeps its lengths; null where numbers say it.</summary>
    public Padding? padding_type => Shape.Named;

    /// <summary>What the padding consists of.</summary>
    public PaddingModes padding_mode
    {
        get => Shape.Mode;
        set => Shape = Shape with { Mode = value };
    }

    /// <summary>How far apart the elements of a kernel lie.</summary>
    public long[] dilation
    {
        get => Shape.Dilation;
        set => Shape = Shape with { Dilation = value };
    }

    /// <summary>How many groups of channels do not see each other.</summary>
    public long groups => Shape.Groups;

    /// <summary>Whether it is the map from outputs of a convolution back to inputs.</summary>
    public bool transposed => Shape.Transposed;

    /// <summary>What is added behind each dimension of the result of a transposed one.</summary>
    public long[] output_padding
    {
        get => Shape.Behind;
        set => Shape = Shape with { OutputPadding = value };
    }

    internal Geometry Shape { get; private set; }

    /// <summary>Puts so many numbers around each dimension.</summary>
    public void SetPadding(long[] padding) => Shape = Shape with { Padding = padding, Named = null };

    /// <summary>Puts nothing around the input, or as much as keeps its lengths.</summary>
    public void SetPadding(Padding padding) => Shape = Shape with { Padding = new long[Shape.Kernel.Length], Named = padding };

    /// <summary>Draws weight and bias again.</summary>
    public void reset_parameters()
    {
        FirstWeights.Spread(weight);
        if (bias is not null)
            FirstWeights.SpreadBias(bias, nn.init.CalculateFanInAndFanOut(weight).fanIn);
    }

    private protected (Tensor Input, bool IsNew) Bordered(Tensor input)
    {
        var borders = Shape.Borders;
        if (!Shape.NeedsBorder(borders))
            return (input, false);
        // The pairs start at the last dimension.
        var pairs = borders.Reverse().SelectMany(border => new[] { border.Before, border.After }).ToArray();
        return (nn.functional.pad(input, pairs, Shape.Mode), true);
    }

    internal sealed record Geometry(
        long Inputs, long Outputs, long[] Kernel, long[] Stride, long[] Padding, long[] Dilation, long Groups, bool HasBias, PaddingModes Mode,
        Padding? Named = null, bool Transposed = false, long[]? OutputPadding = null)
    {
        public long[] Behind => OutputPadding ?? new long[Kernel.Length];

        public (long Before, long After)[] Borders =>
            [.. Kernel.Select((length, at) => Named == TorchSharp.Padding.Same ? Halves(Dilation[at] * (length - 1)) : (Padding[at], Padding[at]))];

        public long[] InnerPadding
        {
            get
            {
                var borders = Borders;
                var outside = NeedsBorder(borders);
                return [.. borders.Select(border => outside ? 0 : border.Before)];
            }
        }

        // The operators pad with zeros, the same number on both sides; everything else is padded before them.
        public bool NeedsBorder((long Before, long After)[] borders) =>
            Mode != PaddingModes.Zeros || borders.Any(border => border.Before != border.After);

        private static (long, long) Halves(long width) => (width / 2, width - (width / 2));
    }
}
