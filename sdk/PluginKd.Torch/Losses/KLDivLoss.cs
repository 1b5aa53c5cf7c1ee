using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Divergence of log probabilities from a target, in nats. The target is logarithms too unless told otherwise, unlike PyTorch's.</summary>
public sealed class KLDivLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Whether the target is given as logarithms.</summary>
    public bool log_target { get; }

    /// <summary>Divergence of log probabilities from a target, in nats. The target is logarithms too unless told otherwise, unlike PyTorch's.</summary>
    public KLDivLoss(bool log_target = true, nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(KLDivLoss), reduction)
    {
        this.log_target = log_target;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input, Tensor target) => Ops.kl_div.Call(input, target, (long)reduction, log_target);
}
