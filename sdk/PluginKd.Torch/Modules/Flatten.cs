namespace TorchSharp.Modules;

/// <summary>Some dimensions made one.</summary>
public sealed class Flatten : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>The first of them.</summary>
    public long start_dim { get; set; }

    /// <summary>The last of them.</summary>
    public long end_dim { get; set; }

    internal Flatten(long start_dim, long end_dim)
        : base(nameof(Flatten))
    {
        this.start_dim = start_dim;
        this.end_dim = end_dim;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => input.flatten(start_dim, end_dim);
}
