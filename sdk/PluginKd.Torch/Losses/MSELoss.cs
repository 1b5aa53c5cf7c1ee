using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Mean square of the difference.</summary>
public sealed class MSELoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Mean square of the difference.</summary>
    public MSELoss(nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(MSELoss), reduction)
    {
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.mse_loss(input, target, reduction);
}
