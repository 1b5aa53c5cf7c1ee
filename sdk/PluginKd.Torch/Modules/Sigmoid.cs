namespace TorchSharp.Modules;

/// <summary>The logistic function of each element.</summary>
public sealed class Sigmoid : torch.nn.Module<Tensor, Tensor>
{
    internal Sigmoid()
        : base(nameof(Sigmoid))
    {
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.sigmoid(input);
}
