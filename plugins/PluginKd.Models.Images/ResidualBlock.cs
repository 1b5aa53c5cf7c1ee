using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Images;

/// <summary>Two convolutions with their input added: <c>relu(bn(conv(relu(bn(conv(x))))) + s(x))</c>.</summary>
internal sealed class ResidualBlock : Module<Tensor, Tensor>
{
    private readonly bool _halves;
    private readonly long _padding;
    private readonly Conv2d _first;
    private readonly BatchNorm2d _firstNorm;
    private readonly Conv2d _second;
    private readonly BatchNorm2d _secondNorm;

    /// <summary>Makes a block; one with more planes than its input has halves height and width.</summary>
    /// <param name="from">Planes of the input.</param>
    /// <param name="planes">Planes of the output, as many or twice as many.</param>
    public ResidualBlock(long from, long planes)
        : base(nameof(ResidualBlock))
    {
        (_halves, _padding) = (from != planes, (planes - from) / 2);
        _first = Layers.Convolution(from, planes, _halves ? 2 : 1);
        _firstNorm = BatchNorm2d(planes);
        _second = Layers.Convolution(planes, planes);
        _secondNorm = BatchNorm2d(planes);
        register_module("conv1", _first);
        register_module("bn1", _firstNorm);
        register_module("conv2", _second);
        register_module("bn2", _secondNorm);
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input)
    {
        var inner = functional.relu(_firstNorm.call(_first.call(input)));
        return functional.relu(_secondNorm.call(_second.call(inner)) + Shortcut(input));
    }

    // Option A of section 4.2: no weights. Padding is told from the last dimension on: width, height, channels.
    private Tensor Shortcut(Tensor input) => _halves
        ? functional.pad(input.slice(2, 0, input.size(2), 2).slice(3, 0, input.size(3), 2), [0, 0, 0, 0, _padding, _padding])
        : input;
}
