namespace TorchSharp.Modules;

/// <summary>The cosine between rows, from -1 to 1.</summary>
public sealed class CosineSimilarity : torch.nn.Module<Tensor, Tensor, Tensor>
{
    /// <summary>The dimension of a row.</summary>
    public long dim { get; }

    /// <summary>What keeps the lengths from 0.</summary>
    public double eps { get; }

    internal CosineSimilarity(long dim, double eps)
        : base(nameof(CosineSimilarity))
    {
        this.dim = dim;
        this.eps = eps;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input1, Tensor input2) => torch.nn.functional.cosine_similarity(input1, input2, dim, eps);
}
