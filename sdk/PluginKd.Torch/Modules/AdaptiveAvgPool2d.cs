namespace TorchSharp.Modules;

/// <summary>Means of as many windows over a map as asked.</summary>
public sealed class AdaptiveAvgPool2d : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>How many down and across.</summary>
    public long[] output_size { get; set; }

    internal AdaptiveAvgPool2d(long[] output_size)
        : base(nameof(AdaptiveAvgPool2d))
    {
        this.output_size = output_size;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.adaptive_avg_pool2d(input, output_size);
}
