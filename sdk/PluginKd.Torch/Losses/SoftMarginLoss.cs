using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Logistic loss of targets 1 and -1, in nats.</summary>
public sealed class SoftMarginLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Logistic loss of targets 1 and -1, in nats.</summary>
    public SoftMarginLoss(nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(SoftMarginLoss), reduction)
    {
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.soft_margin_loss(input, target, reduction);
}
