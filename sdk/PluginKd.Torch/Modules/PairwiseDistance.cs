namespace TorchSharp.Modules;

/// <summary>The distance between rows.</summary>
public sealed class PairwiseDistance : torch.nn.Module<Tensor, Tensor, Tensor>
{
    /// <summary>The exponent of the norm.</summary>
    public double p { get; }

    /// <summary>Added to the difference.</summary>
    public double eps { get; }

    /// <summary>Whether the dimension stays, of length 1.</summary>
    public bool keepdim { get; }

    internal PairwiseDistance(double p, double eps, bool keepdim)
        : base(nameof(PairwiseDistance))
    {
        this.p = p;
        this.eps = eps;
        this.keepdim = keepdim;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input1, Tensor input2) => torch.nn.functional.pairwise_distance(input1, input2, p, eps, keepdim);
}
