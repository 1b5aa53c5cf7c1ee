using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Distances of pairs that belong together (1) or not (-1).</summary>
public sealed class HingeEmbeddingLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>How far apart others must be.</summary>
    public double margin { get; }

    /// <summary>Distances of pairs that belong together (1) or not (-1).</summary>
    public HingeEmbeddingLoss(double margin = 1, nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(HingeEmbeddingLoss), reduction)
    {
        this.margin = margin;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.hinge_embedding_loss(input, target, margin, reduction);
}
