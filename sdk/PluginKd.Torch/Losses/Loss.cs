using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A loss of two tensors.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    /// <summary>A loss that ends in a mean, a sum or neither.</summary>
    private protected Loss(string name, nn.Reduction reduction)
        : base(name) => this.reduction = reduction;

    /// <summary>What becomes of the single losses.</summary>
    public nn.Reduction reduction { get; }
}
