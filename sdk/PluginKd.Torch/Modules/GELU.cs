namespace TorchSharp.Modules;

/// <summary>Each element times the chance that a normal number is smaller.</summary>
public sealed class GELU : torch.nn.Module<Tensor, Tensor>
{
    internal GELU()
        : base(nameof(GELU))
    {
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.gelu(input);
}
