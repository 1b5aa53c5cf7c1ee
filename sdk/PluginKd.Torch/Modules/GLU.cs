namespace TorchSharp.Modules;

/// <summary>One half along a dimension times the logistic function of the other.</summary>
public sealed class GLU : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>The dimension.</summary>
    public long dim { get; set; }

    internal GLU(long dim)
        : base(nameof(GLU))
    {
        this.dim = dim;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.glu(input, dim);
}
