namespace TorchSharp.Modules;

/// <summary>Each element, or a share of it where it is negative.</summary>
public sealed class LeakyReLU : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>The share; no unit.</summary>
    public double negative_slope { get; set; }

    internal LeakyReLU(double negative_slope)
        : base(nameof(LeakyReLU))
    {
        this.negative_slope = negative_slope;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.leaky_relu(input, negative_slope);
}
