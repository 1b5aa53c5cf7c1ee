namespace TorchSharp;

/// <summary>An index or a dimension lies outside of a tensor.</summary>
public sealed class TorchIndexException : TorchException
{
    /// <summary>The error without a reason.</summary>
    public TorchIndexException()
    {
    }

    /// <summary>The error with its reason.</summary>
    public TorchIndexException(string message)
        : base(message)
    {
    }

    /// <summary>The error with its reason and what lies under it.</summary>
    public TorchIndexException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
