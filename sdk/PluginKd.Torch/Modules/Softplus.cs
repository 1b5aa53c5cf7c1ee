namespace TorchSharp.Modules;

/// <summary>A smooth ReLU: log(1 + e^(beta · x)) ÷ beta.</summary>
public sealed class Softplus : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>How sharp the bend is; no unit.</summary>
    public double beta { get; set; }

    /// <summary>From where on the input itself is returned.</summary>
    public double threshold { get; set; }

    internal Softplus(double beta, double threshold)
        : base(nameof(Softplus))
    {
        this.beta = beta;
        this.threshold = threshold;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.softplus(input, beta, threshold);
}
