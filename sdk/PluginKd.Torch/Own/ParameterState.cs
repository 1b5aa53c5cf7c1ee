namespace PluginKd.Torch;

/// <summary>What an optimiser remembers of one parameter between steps.</summary>
internal sealed class ParameterState
{
    /// <summary>SGD: momentum. Adam: first moment.</summary>
    public Tensor? First { get; set; }

    /// <summary>Adam: second moment.</summary>
    public Tensor? Second { get; set; }

    /// <summary>Adam: largest second moment.</summary>
    public Tensor? Largest { get; set; }

    /// <summary>Steps that have been made.</summary>
    public long Steps { get; set; }

    public static Tensor ZerosLike(Tensor tensor) => torch.zeros_like(tensor).DetachFromDisposeScope();

    public void Dispose()
    {
        First?.Dispose();
        Second?.Dispose();
        Largest?.Dispose();
    }
}
