using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Cross entropy of logits [N, C] and classes [N] or shares [N, C], in nats.</summary>
public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>A class that does not count.</summary>
    public long? ignore_index { get; }

    /// <summary>Share of the target spread over all classes, from 0 to 1.</summary>
    public double label_smoothing { get; }

    /// <summary>Cross entropy of logits [N, C] and classes [N] or shares [N, C], in nats.</summary>
    public CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, nn.Reduction reduction = nn.Reduction.Mean, double label_smoothing = 0)
        : base(nameof(CrossEntropyLoss), weight, reduction)
    {
        this.ignore_index = ignore_index;
        this.label_smoothing = label_smoothing;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.cross_entropy(
        input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
}
