namespace TorchSharp.Modules;

/// <summary>Each element times its logistic function.</summary>
public sealed class SiLU : torch.nn.Module<Tensor, Tensor>
{
    internal SiLU()
        : base(nameof(SiLU))
    {
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.silu(input);
}
