using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Spreads each element by a kernel: the map from outputs of a convolution back to inputs, [N, C, L].</summary>
public sealed class ConvTranspose1d : Convolution
{
    internal ConvTranspose1d(Geometry geometry, Device? device, ScalarType? type)
        : base(nameof(ConvTranspose1d), geometry, device, type)
    {
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => nn.functional.conv_transpose1d(
        input, weight, bias, stride[0], padding[0], output_padding[0], dilation[0], groups);
}
