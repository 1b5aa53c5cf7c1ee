using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Convolution over a map: [N, C, H, W] gives [N, O, H', W'].</summary>
public sealed class Conv2d : Convolution
{
    internal Conv2d(Geometry geometry, Device? device, ScalarType? type)
        : base(nameof(Conv2d), geometry, device, type)
    {
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input)
    {
        var (bordered, isNew) = Bordered(input);
        var result = nn.functional.conv2d(bordered, weight, bias, Shape.Stride, Shape.InnerPadding, Shape.Dilation, Shape.Groups);
        if (isNew)
            bordered.Dispose();
        return result;
    }
}
