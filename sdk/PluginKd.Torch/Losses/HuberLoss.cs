using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Square of small differences, size of large ones times delta.</summary>
public sealed class HuberLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Where it changes over.</summary>
    public double delta { get; }

    /// <summary>Square of small differences, size of large ones times delta.</summary>
    public HuberLoss(double delta = 1, nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(HuberLoss), reduction)
    {
        this.delta = delta;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.huber_loss(input, target, delta, reduction);
}
