namespace TorchSharp.Modules;

/// <summary>Each element times the chance that a normal number is smaller.</summary>
public sealed class GELU : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>How the chance is computed.</summary>
    public Approximate approximate { get; set; }

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    internal GELU(Approximate approximate, bool inplace)
        : base(nameof(GELU))
    {
        this.approximate = approximate;
        this.inplace = inplace;
    }

    /// <summary>How the chance is computed.</summary>
    public enum Approximate
    {
        /// <summary>Exactly, by the error function.</summary>
        none = 0,

        /// <summary>By a hyperbolic tangent, as GPT-2 does.</summary>
        tanh = 1,
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor tensor) => torch.nn.functional.gelu(tensor, approximate, inplace);
}
