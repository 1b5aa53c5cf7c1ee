using System.Runtime.InteropServices;
using System.Text;
using TorchSharp.Native;

namespace TorchSharp;

/// <summary>
/// An error of libtorch: names the operator, the shapes and dtypes it was given, and libtorch's own first sentence.
/// </summary>
public class TorchException : ExternalException
{
    /// <summary>An error without words of its own.</summary>
    public TorchException()
    {
    }

    /// <summary>An error that <paramref name="message"/> describes.</summary>
    public TorchException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another one caused.</summary>
    public TorchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static TorchException FromOperator(string name, ReadOnlySpan<Arg> arguments)
    {
        var text = new StringBuilder(name).Append('(');
        for (var i = 0; i < arguments.Length; i++)
        {
            if (i > 0)
                text.Append(", ");
            Describe(arguments[i], text);
        }

        return Shim.Failure(text.Append("): ").ToString());
    }

    private static void Describe(in Arg argument, StringBuilder text)
    {
        var value = argument.Value;
        _ = value.Kind switch
        {
            ValueKind.Tensor => text.Append(((Tensor)argument.Owner!).Summary()),
            ValueKind.Int => text.Append(value.Integer),
            ValueKind.Double => text.Append(value.Number),
            ValueKind.Bool => text.Append(value.Integer != 0 ? "true" : "false"),
            ValueKind.Text => text.Append('\'').Append(Marshal.PtrToStringUTF8(value.Pointer, value.Size)).Append('\''),
            ValueKind.Ints => text.Append('[').AppendJoin(", ", argument.Owner as long[] ?? [value.Integer]).Append(']'),
            ValueKind.Tensors or ValueKind.OptionalTensors => text.Append('[')
                .AppendJoin(", ", ((Tensor?[])argument.Owner!).Select(t => t is null ? "none" : t.Summary())).Append(']'),
            ValueKind.None => text.Append("none"),
            ValueKind.Default => text.Append("default"),
            _ => text.Append(value.Kind.ToString()),
        };
    }
}
