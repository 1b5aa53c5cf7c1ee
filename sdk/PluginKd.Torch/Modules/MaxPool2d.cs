namespace TorchSharp.Modules;

/// <summary>The largest element of each window over a map.</summary>
public sealed class MaxPool2d : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>Height and width of a window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Distance of windows; null is their size.</summary>
    public long[]? stride { get; set; }

    /// <summary>Border on each side.</summary>
    public long[]? padding { get; set; }

    /// <summary>Distance of elements in a window.</summary>
    public long[]? dilation { get; set; }

    /// <summary>Whether a last, partial window counts.</summary>
    public bool ceil_mode { get; set; }

    internal MaxPool2d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode)
        : base(nameof(MaxPool2d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.dilation = dilation;
        this.ceil_mode = ceil_mode;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);
}
