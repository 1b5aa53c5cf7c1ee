namespace PluginKd.Torch;

/// <summary>libtorch or the shim over it could not be loaded; the message says what was found, what is needed and what to do.</summary>
public sealed class TorchLoadException : DllNotFoundException
{
    /// <summary>An error without words of its own.</summary>
    public TorchLoadException()
    {
    }

    /// <summary>An error that <paramref name="message"/> describes.</summary>
    public TorchLoadException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another one caused.</summary>
    public TorchLoadException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
