namespace TorchSharp.Modules;

/// <summary>Each element, or 0 where it is negative.</summary>
public sealed class ReLU : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    internal ReLU(bool inplace)
        : base(nameof(ReLU))
    {
        this.inplace = inplace;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor tensor) => torch.nn.functional.relu(tensor, inplace);
}
