using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Binary cross entropy of logits, in nats.</summary>
public sealed class BCEWithLogitsLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Weights of the positive answers.</summary>
    public Tensor? pos_weights { get; }

    /// <summary>Binary cross entropy of logits, in nats.</summary>
    public BCEWithLogitsLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean, Tensor? pos_weights = null)
        : base(nameof(BCEWithLogitsLoss), weight, reduction)
    {
        this.pos_weights = Held("pos_weights", pos_weights);
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.binary_cross_entropy_with_logits(
        input, target, weight, reduction, pos_weights);
}
