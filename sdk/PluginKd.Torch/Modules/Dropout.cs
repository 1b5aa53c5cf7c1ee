namespace TorchSharp.Modules;

/// <summary>Sets elements to 0 with chance p while training, and scales the others to keep the mean.</summary>
public sealed class Dropout : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>The chance, from 0 to 1.</summary>
    public double p { get; set; }

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    internal Dropout(double p, bool inplace)
        : base(nameof(Dropout))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor tensor) => torch.nn.functional.dropout(tensor, p, training, inplace);
}
