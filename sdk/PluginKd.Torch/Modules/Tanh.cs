namespace TorchSharp.Modules;

/// <summary>The hyperbolic tangent of each element.</summary>
public sealed class Tanh : torch.nn.Module<Tensor, Tensor>
{
    internal Tanh(bool inplace)
        : base(nameof(Tanh)) => this.inplace = inplace;

    /// <summary>Whether the input is written over.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.tanh(input, inplace);
}
