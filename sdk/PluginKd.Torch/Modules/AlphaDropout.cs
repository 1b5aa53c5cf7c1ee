namespace TorchSharp.Modules;

/// <summary>Dropout that keeps mean and deviation, for SELU networks.</summary>
public sealed class AlphaDropout : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>The chance, from 0 to 1.</summary>
    public double p { get; set; }

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    internal AlphaDropout(double p, bool inplace)
        : base(nameof(AlphaDropout))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.alpha_dropout(input, p, training, inplace);
}
