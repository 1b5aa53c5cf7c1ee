using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A loss with weights of classes or examples.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    private protected WeightedLoss(string name, Tensor? weight, nn.Reduction reduction)
        : base(name, reduction) => this.weight = Held("weight", weight);

    /// <summary>The weights; null where all are 1.</summary>
    public Tensor? weight { get; }

    // A handle of the loss's own, which moves to other devices with it and does not dispose the caller's.
    private protected Tensor? Held(string name, Tensor? given)
    {
        if (given is null)
            return null;
        var own = given.detach();
        register_buffer(name, own, persistent: false);
        return own;
    }
}
