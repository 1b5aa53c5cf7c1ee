namespace TorchSharp.Modules;

/// <summary>log of the logistic function.</summary>
public sealed class LogSigmoid : torch.nn.Module<Tensor, Tensor>
{
    internal LogSigmoid()
        : base(nameof(LogSigmoid))
    {
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => torch.nn.functional.logsigmoid(input);
}
