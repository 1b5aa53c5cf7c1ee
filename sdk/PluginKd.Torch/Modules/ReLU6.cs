namespace TorchSharp.Modules;

/// <summary>Each element, kept between 0 and 6.</summary>
public sealed class ReLU6 : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    internal ReLU6(bool inplace)
        : base(nameof(ReLU6))
    {
        this.inplace = inplace;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.relu6(input, inplace);
}
