using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Convolution over length: [N, C, L] gives [N, O, L'].</summary>
public sealed class Conv1d : Convolution
{
    internal Conv1d(Geometry geometry, Device? device, ScalarType? type)
        : base(nameof(Conv1d), geometry, device, type)
    {
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input)
    {
        var (bordered, isNew) = Bordered(input);
        var result = nn.functional.conv1d(bordered, weight, bias, Shape.Stride[0], Shape.InnerPadding[0], Shape.Dilation[0], Shape.Groups);
        if (isNew)
            bordered.Dispose();
        return result;
    }
}
