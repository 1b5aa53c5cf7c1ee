using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>input · weightᵀ + bias: [.., I] gives [.., O].</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    internal Linear(Parameter weight, Parameter? bias)
        : base(nameof(Linear))
    {
        this.weight = weight;
        this.bias = bias;
    }

    /// <summary>Weights, [O, I].</summary>
    public Parameter weight
    {
        get;
        set => field = Put("weight", value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>Bias, [O]; null where there is none.</summary>
    public Parameter? bias { get; set => field = Put("bias", value); }

    /// <summary>I.</summary>
    public long in_features => weight.size(1);

    /// <summary>O.</summary>
    public long out_features => weight.size(0);

    /// <inheritdoc />
    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);

    internal static Linear Create(long inputs, long outputs, bool hasBias, Device? device, ScalarType? type)
    {
        var weight = FirstWeights.Empty([outputs, inputs], device, type);
        FirstWeights.Spread(weight);
        Parameter? bias = null;
        if (hasBias)
        {
            bias = FirstWeights.Empty([outputs], device, type);
            FirstWeights.SpreadBias(bias, inputs);
        }

        return new Linear(weight, bias);
    }
}
