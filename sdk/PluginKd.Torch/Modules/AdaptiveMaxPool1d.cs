namespace TorchSharp.Modules;

/// <summary>The largest elements of as many windows over length as asked.</summary>
public sealed class AdaptiveMaxPool1d : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>How many.</summary>
    public long output_size { get; set; }

    internal AdaptiveMaxPool1d(long output_size)
        : base(nameof(AdaptiveMaxPool1d))
    {
        this.output_size = output_size;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.adaptive_max_pool1d(input, output_size);
}
