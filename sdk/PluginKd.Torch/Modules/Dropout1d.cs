namespace TorchSharp.Modules;

/// <summary>Sets whole channels to 0 with chance p while training.</summary>
public sealed class Dropout1d : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>The chance, from 0 to 1.</summary>
    public double p { get; set; }

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    internal Dropout1d(double p, bool inplace)
        : base(nameof(Dropout1d))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.feature_dropout(input, p, training, inplace);
}
