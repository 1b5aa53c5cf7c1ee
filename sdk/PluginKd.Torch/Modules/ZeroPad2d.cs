namespace TorchSharp.Modules;

/// <summary>A border of zeros around a map.</summary>
public sealed class ZeroPad2d : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>Widths: left, right, top, bottom.</summary>
    public long[] padding { get; set; }

    internal ZeroPad2d(long[] padding)
        : base(nameof(ZeroPad2d))
    {
        this.padding = padding;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.pad(input, padding, PaddingModes.Constant);
}
