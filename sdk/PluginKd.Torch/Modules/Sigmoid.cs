namespace TorchSharp.Modules;

/// <summary>The logistic function of each element.</summary>
public sealed class Sigmoid : torch.nn.Module<Tensor, Tensor>
{
    internal Sigmoid(bool inplace)
        : base(nameof(Sigmoid)) => this.inplace = inplace;

    /// <summary>Whether the input is written over.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.sigmoid(input, inplace);
}
