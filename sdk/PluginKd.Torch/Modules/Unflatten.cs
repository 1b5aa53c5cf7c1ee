namespace TorchSharp.Modules;

/// <summary>One dimension made several.</summary>
public sealed class Unflatten : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>The dimension.</summary>
    public long dim { get; set; }

    /// <summary>Its new lengths.</summary>
    public long[] unflattened_size { get; set; }

    internal Unflatten(long dim, long[] unflattened_size)
        : base(nameof(Unflatten))
    {
        this.dim = dim;
        this.unflattened_size = unflattened_size;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => input.unflatten(dim, unflattened_size);
}
