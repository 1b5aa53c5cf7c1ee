namespace TorchSharp.Modules;

/// <summary>Each element, kept between two bounds.</summary>
public sealed class Hardtanh : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>The lower bound.</summary>
    public double min_val { get; set; }

    /// <summary>The upper bound.</summary>
    public double max_val { get; set; }

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    internal Hardtanh(double min_val, double max_val, bool inplace)
        : base(nameof(Hardtanh))
    {
        this.min_val = min_val;
        this.max_val = max_val;
        this.inplace = inplace;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.hardtanh(input, min_val, max_val, inplace);
}
