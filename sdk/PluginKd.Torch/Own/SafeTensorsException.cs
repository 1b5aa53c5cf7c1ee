namespace PluginKd.Torch;

/// <summary>A file is no valid safetensors file; the message names the file, what was found and what was needed.</summary>
public sealed class SafeTensorsException : IOException
{
    /// <summary>An error without words of its own.</summary>
    public SafeTensorsException()
    {
    }

    /// <summary>An error that <paramref name="message"/> describes.</summary>
    public SafeTensorsException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another one caused.</summary>
    public SafeTensorsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
