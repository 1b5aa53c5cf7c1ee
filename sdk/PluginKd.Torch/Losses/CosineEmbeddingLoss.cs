using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>1 - cosine of pairs that belong together (1); what others (-1) exceed the margin by.</summary>
public sealed class CosineEmbeddingLoss : nn.Module<Tensor, Tensor, Tensor, Tensor>
{
    /// <summary>The cosine that others may have.</summary>
    public double margin { get; }

    /// <summary>What becomes of the single losses.</summary>
    public nn.Reduction reduction { get; }

    /// <summary>1 - cosine of pairs that belong together (1); what others (-1) exceed the margin by.</summary>
    public CosineEmbeddingLoss(double margin = 0, nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(CosineEmbeddingLoss))
    {
        this.margin = margin;
        this.reduction = reduction;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input1, Tensor input2, Tensor target) => nn.functional.cosine_embedding_loss(
        input1, input2, target, margin, reduction);
}
