namespace TorchSharp.Modules;

/// <summary>Each element, or alpha · (eˣ − 1) where it is negative.</summary>
public sealed class ELU : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>The depth of the bend; no unit.</summary>
    public double alpha { get; set; }

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    internal ELU(double alpha, bool inplace)
        : base(nameof(ELU))
    {
        this.alpha = alpha;
        this.inplace = inplace;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.elu(input, alpha, inplace);
}
