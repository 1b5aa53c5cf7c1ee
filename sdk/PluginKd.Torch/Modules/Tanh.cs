namespace TorchSharp.Modules;

/// <summary>The hyperbolic tangent of each element.</summary>
public sealed class Tanh : torch.nn.Module<Tensor, Tensor>
{
    internal Tanh()
        : base(nameof(Tanh))
    {
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.tanh(input);
}
