using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution with weights of its own.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private protected Convolution(string name, Geometry geometry, Device? device, ScalarType? type)
        : base(name)
    {
        Shape = geometry;
        long[] shape = [geometry.Outputs, geometry.Inputs / geometry.Groups, .. geometry.Kernel];
        weight = FirstWeights.Empty(shape, device, type);
        FirstWeights.Spread(weight);
        register_parameter("weight", weight);
        if (!geometry.HasBias)
            return;
        bias = FirstWeights.Empty([geometry.Outputs], device, type);
        FirstWeights.SpreadBias(bias, nn.init.CalculateFanInAndFanOut(weight).fanIn);
        register_parameter("bias", bias);
    }

    /// <summary>Weights, [O, C ÷ groups, kernel].</summary>
    public Parameter weight { get; }

    /// <summary>Bias, [O]; null where there is none.</summary>
    public Parameter? bias { get; }

    /// <summary>C.</summary>
    public long in_channels => Shape.Inputs;

    /// <summary>O.</summary>
    public long out_channels => Shape.Outputs;

    internal Geometry Shape { get; }

    /// <summary>The input with a border that is not zeros; itself where the border is.</summary>
    private protected (Tensor Input, bool IsNew) Bordered(Tensor input)
    {
        if (!Shape.NeedsBorder)
            return (input, false);
        // The pairs start at the last dimension.
        var pairs = Shape.Borders.Reverse().SelectMany(border => new[] { border.Before, border.After }).ToArray();
        return (nn.functional.pad(input, pairs, Shape.Mode), true);
    }

    /// <summary>What a convolution goes over.</summary>
    internal sealed record Geometry(
        long Inputs, long Outputs, long[] Kernel, long[] Stride, long[] Padding, long[] Dilation, long Groups, bool HasBias, PaddingModes Mode,
        bool KeepsSize = false)
    {
        public (long Before, long After)[] Borders { get; } =
            [.. Kernel.Select((length, at) => KeepsSize ? Halves(Dilation[at] * (length - 1)) : (Padding[at], Padding[at]))];

        // The operators pad with zeros, the same number on both sides; everything else is padded before them.
        public bool NeedsBorder => Mode != PaddingModes.Zeros || Borders.Any(border => border.Before != border.After);

        public long[] InnerPadding => [.. Borders.Select(border => NeedsBorder ? 0 : border.Before)];

        private static (long, long) Halves(long width) => (width / 2, width - (width / 2));
    }
}
