using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the first must exceed (1) or stay below (-1) the second by.</summary>
public sealed class MarginRankingLoss : nn.Module<Tensor, Tensor, Tensor, Tensor>
{
    /// <summary>By how much.</summary>
    public double margin { get; }

    /// <summary>What becomes of the single losses.</summary>
    public nn.Reduction reduction { get; }

    /// <summary>What the first must exceed (1) or stay below (-1) the second by.</summary>
    public MarginRankingLoss(double margin = 0, nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(MarginRankingLoss))
    {
        this.margin = margin;
        this.reduction = reduction;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input1, Tensor input2, Tensor target) => nn.functional.margin_ranking_loss(
        input1, input2, target, margin, reduction);
}
