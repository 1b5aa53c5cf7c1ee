using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The weights of one step of a recurrent layer, under PyTorch's names.</summary>
internal sealed class CellWeights
{
    public CellWeights(nn.Module owner, long gates, long inputs, long hidden, bool hasBias, Device? device, ScalarType? type)
    {
        Hidden = hidden;
        Inward = Add("weight_ih", gates * hidden, inputs);
        Onward = Add("weight_hh", gates * hidden, hidden);
        if (hasBias)
            (InwardBias, OnwardBias) = (Add("bias_ih", gates * hidden), Add("bias_hh", gates * hidden));

        // Drawn after all are there, in the order of the names.
        var bound = 1 / Math.Sqrt(hidden);
        foreach (var parameter in owner.parameters())
            nn.init.uniform_(parameter, -bound, bound);

        Parameter Add(string name, params long[] sizes)
        {
            var parameter = FirstWeights.Empty(sizes, device, type);
            owner.register_parameter(name, parameter);
            return parameter;
        }
    }

    public long Hidden { get; }

    public Parameter Inward { get; }

    public Parameter Onward { get; }

    public Parameter? InwardBias { get; }

    public Parameter? OnwardBias { get; }

    public Tensor Zeros(Tensor input) => zeros([.. input.shape[..^1], Hidden], input.dtype, input.device);
}
