namespace TorchSharp.Modules;

/// <summary>Softmax of the negative.</summary>
public sealed class Softmin : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>The dimension.</summary>
    public long dim { get; set; }

    internal Softmin(long dim)
        : base(nameof(Softmin))
    {
        this.dim = dim;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.softmin(input, dim);
}
