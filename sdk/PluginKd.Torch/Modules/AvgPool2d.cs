namespace TorchSharp.Modules;

/// <summary>The mean of each window over a map.</summary>
public sealed class AvgPool2d : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>Height and width of a window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Distance of windows; null is their size.</summary>
    public long[]? stride { get; set; }

    /// <summary>Border on each side.</summary>
    public long[]? padding { get; set; }

    /// <summary>Whether a last, partial window counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether the border counts in the mean.</summary>
    public bool count_include_pad { get; set; }

    /// <summary>What sums are divided by instead of the window.</summary>
    public long? divisor_override { get; set; }

    internal AvgPool2d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
        : base(nameof(AvgPool2d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.ceil_mode = ceil_mode;
        this.count_include_pad = count_include_pad;
        this.divisor_override = divisor_override;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.avg_pool2d(
        input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
}
