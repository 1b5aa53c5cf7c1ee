namespace TorchSharp;

/// <summary>Memory, of the machine or of the device, did not suffice for an operator.</summary>
public sealed class TorchOutOfMemoryException : TorchException
{
    /// <summary>The error without a reason.</summary>
    public TorchOutOfMemoryException()
    {
    }

    /// <summary>The error with its reason.</summary>
    public TorchOutOfMemoryException(string message)
        : base(message)
    {
    }

    /// <summary>The error with its reason and what lies under it.</summary>
    public TorchOutOfMemoryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
