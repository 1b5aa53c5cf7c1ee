namespace TorchSharp;

/// <summary>Tensors of one call lie on different devices.</summary>
public sealed class TorchDeviceException : TorchException
{
    /// <summary>The error without a reason.</summary>
    public TorchDeviceException()
    {
    }

    /// <summary>The error with its reason.</summary>
    public TorchDeviceException(string message)
        : base(message)
    {
    }

    /// <summary>The error with its reason and what lies under it.</summary>
    public TorchDeviceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
