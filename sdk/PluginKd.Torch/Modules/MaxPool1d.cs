namespace TorchSharp.Modules;

/// <summary>The largest element of each window over length.</summary>
public sealed class MaxPool1d : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>Length of a window.</summary>
    public long kernel_size { get; set; }

    /// <summary>Distance of windows; null is their length.</summary>
    public long? stride { get; set; }

    /// <summary>Border on each side.</summary>
    public long? padding { get; set; }

    /// <summary>Distance of elements in a window.</summary>
    public long? dilation { get; set; }

    /// <summary>Whether a last, partial window counts.</summary>
    public bool ceil_mode { get; set; }

    internal MaxPool1d(long kernel_size, long? stride, long? padding, long? dilation, bool ceil_mode)
        : base(nameof(MaxPool1d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.dilation = dilation;
        this.ceil_mode = ceil_mode;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);
}
