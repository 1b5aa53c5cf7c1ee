namespace TorchSharp.Modules;

/// <summary>Means of as many windows over length as asked.</summary>
public sealed class AdaptiveAvgPool1d : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>How many.</summary>
    public long output_size { get; set; }

    internal AdaptiveAvgPool1d(long output_size)
        : base(nameof(AdaptiveAvgPool1d))
    {
        this.output_size = output_size;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.adaptive_avg_pool1d(input, output_size);
}
