namespace TorchSharp.Modules;

/// <summary>eˣ ÷ Σ eˣ along one dimension.</summary>
public sealed class Softmax : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>The dimension.</summary>
    public long dim { get; set; }

    internal Softmax(long dim)
        : base(nameof(Softmax))
    {
        this.dim = dim;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor tensor) => torch.nn.functional.softmax(tensor, dim);
}
