using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Each example less its mean, divided by its deviation over the last dimensions; then weight and bias.</summary>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    internal LayerNorm(long[] shape, double eps, bool affine, bool hasBias, Device? device, ScalarType? type)
        : base(nameof(LayerNorm))
    {
        normalized_shape = shape;
        this.eps = eps;
        if (!affine)
            return;
        weight = FirstWeights.Filled(shape, 1, device, type);
        if (hasBias)
            bias = FirstWeights.Filled(shape, 0, device, type);
    }

    /// <summary>Factors; null where there are none.</summary>
    public Parameter? weight { get; set => field = Put("weight", value); }

    /// <summary>Summands; null where there are none.</summary>
    public Parameter? bias { get; set => field = Put("bias", value); }

    /// <summary>What keeps the deviation from 0.</summary>
    public double eps { get; }

    /// <summary>The last dimensions, over which mean and deviation are taken.</summary>
    public long[] normalized_shape { get; }

    /// <inheritdoc />
    public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, normalized_shape, weight, bias, eps);
}
