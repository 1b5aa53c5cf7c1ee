namespace TorchSharp.Modules;

/// <summary>log of softmax along one dimension, in nats.</summary>
public sealed class LogSoftmax : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>The dimension.</summary>
    public long dim { get; set; }

    internal LogSoftmax(long dim)
        : base(nameof(LogSoftmax))
    {
        this.dim = dim;
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.log_softmax(input, dim);
}
