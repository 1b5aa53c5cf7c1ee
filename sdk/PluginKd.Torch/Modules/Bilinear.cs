using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>first · weight · second + bias: [.., I] and [.., J] give [.., O].</summary>
public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
{
    internal Bilinear(long first, long second, long outputs, bool hasBias, Device? device, ScalarType? type)
        : base(nameof(Bilinear))
    {
        (in1_features, in2_features, out_features) = (first, second, outputs);
        var bound = 1 / Math.Sqrt(first);
        weight = FirstWeights.Empty([outputs, first, second], device, type);
        nn.init.uniform_(weight, -bound, bound);
        if (!hasBias)
            return;
        bias = FirstWeights.Empty([outputs], device, type);
        nn.init.uniform_(bias, -bound, bound);
    }

    /// <summary>Weights, [O, I, J].</summary>
    public Parameter weight
    {
        get;
        set => field = Put("weight", value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>Bias, [O]; null where there is none.</summary>
    public Parameter? bias { get; set => field = Put("bias", value); }

    /// <summary>I.</summary>
    public long in1_features { get; }

    /// <summary>J.</summary>
    public long in2_features { get; }

    /// <summary>O.</summary>
    public long out_features { get; }

    /// <inheritdoc />
    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.bilinear(input1, input2, weight, bias);
}
