using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>How much nearer the anchor is to the positive than to the negative, up to a margin.</summary>
public sealed class TripletMarginLoss : nn.Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly (double Margin, long P, double Epsilon, bool Swap) _settings;

    /// <summary>How much nearer the anchor is to the positive than to the negative, up to a margin.</summary>
    public TripletMarginLoss(
        double margin = 1, long p = 2, double eps = 1E-06, bool swap = false, nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(TripletMarginLoss))
    {
        _settings = (margin, p, eps, swap);
        this.reduction = reduction;
    }

    /// <summary>What becomes of the single losses.</summary>
    public nn.Reduction reduction { get; }

    /// <inheritdoc />
    public override Tensor forward(Tensor input1, Tensor input2, Tensor input3) => nn.functional.triplet_margin_loss(
        input1, input2, input3, _settings.Margin, _settings.P, _settings.Epsilon, _settings.Swap, reduction);
}
