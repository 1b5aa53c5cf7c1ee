namespace TorchSharp.Modules;

/// <summary>Its input: a second handle on it.</summary>
public sealed class Identity : torch.nn.Module<Tensor, Tensor>
{
    internal Identity()
        : base(nameof(Identity))
    {
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => input.alias();
}
