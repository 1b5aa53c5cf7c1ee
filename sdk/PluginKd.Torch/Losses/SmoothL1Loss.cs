using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Square of small differences, size of large ones.</summary>
public sealed class SmoothL1Loss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Where it changes over.</summary>
    public double beta { get; }

    /// <summary>Square of small differences, size of large ones.</summary>
    public SmoothL1Loss(nn.Reduction reduction = nn.Reduction.Mean, double beta = 1)
        : base(nameof(SmoothL1Loss), reduction)
    {
        this.beta = beta;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.smooth_l1_loss(input, target, reduction, beta);
}
