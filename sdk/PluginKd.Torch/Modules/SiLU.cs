namespace TorchSharp.Modules;

/// <summary>Each element times its logistic function.</summary>
public sealed class SiLU : torch.nn.Module<Tensor, Tensor>
{
    internal SiLU(bool inplace)
        : base(nameof(SiLU)) => this.inplace = inplace;

    /// <summary>Whether the input is written over.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.silu(input, inplace);
}
