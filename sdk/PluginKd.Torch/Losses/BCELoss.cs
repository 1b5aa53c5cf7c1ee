using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Binary cross entropy of probabilities, in nats.</summary>
public sealed class BCELoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Binary cross entropy of probabilities, in nats.</summary>
    public BCELoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(BCELoss), weight, reduction)
    {
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.binary_cross_entropy(input, target, weight, reduction);
}
