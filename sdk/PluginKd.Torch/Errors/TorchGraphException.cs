namespace TorchSharp;

/// <summary>Backward went through a graph that was freed by the first backward.</summary>
public sealed class TorchGraphException : TorchException
{
    /// <summary>The error without a reason.</summary>
    public TorchGraphException()
    {
    }

    /// <summary>The error with its reason.</summary>
    public TorchGraphException(string message)
        : base(message)
    {
    }

    /// <summary>The error with its reason and what lies under it.</summary>
    public TorchGraphException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
