using System.Text;

namespace PluginKd.Sdk.Testing;

/// <summary>Content of a file for a test: bytes, or a text, which is written as UTF-8.</summary>
/// <param name="Bytes">All bytes.</param>
public sealed record TestFile(byte[] Bytes)
{
    /// <summary>Takes bytes.</summary>
    /// <param name="bytes">All bytes.</param>
    public static implicit operator TestFile(byte[] bytes) => new(bytes);

    /// <summary>Takes a text.</summary>
    /// <param name="text">Any text.</param>
    public static implicit operator TestFile(string text) => new(Encoding.UTF8.GetBytes(text));
}
