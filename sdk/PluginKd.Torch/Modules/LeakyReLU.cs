namespace TorchSharp.Modules;

/// <summary>Each element, or a share of it where it is negative.</summary>
public sealed class LeakyReLU : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>The share; no unit.</summary>
    public double negative_slope { get; set; }

    /// <summary>Whether the input is written over.</summary>
    public bool inplace { get; set; }

    internal LeakyReLU(double negative_slope, bool inplace)
        : base(nameof(LeakyReLU))
    {
        this.negative_slope = negative_slope;
        this.inplace = inplace;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.leaky_relu(input, negative_slope, inplace);
}
