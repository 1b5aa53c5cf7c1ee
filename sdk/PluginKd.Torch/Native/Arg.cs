using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>
/// One argument of an operator on the C# side: the value, and the object that must stay alive (or be laid out) while the call runs.
/// The conversions are what lets an operator be one line.
/// </summary>
internal readonly struct Arg
{
    public readonly object? Owner;
    public readonly Value Value;

    private Arg(object? owner, ValueKind kind, long integer = 0, int size = 0)
    {
        Owner = owner;
        Value.Kind = kind;
        Value.Size = size;
        Value.Integer = integer;
    }

    private Arg(double number)
    {
        Value.Kind = ValueKind.Double;
        Value.Number = number;
    }

    /// <summary>Python's None.</summary>
    public static Arg None => default;

    /// <summary>The default of the operator's schema.</summary>
    public static Arg Default => new(null, ValueKind.Default);

    /// <summary>A text that lives as long as the program: pass a u8 literal.</summary>
    public static unsafe Arg Literal(ReadOnlySpan<byte> literal) =>
        new(null, ValueKind.Text, (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(literal)), literal.Length);

    /// <summary>A list of one number, as operators take a single dimension; without an array.</summary>
    public static Arg One(long value) => new(null, ValueKind.Ints, value, 1);

    public static Arg List(Tensor[] tensors) => new(tensors, ValueKind.Tensors, 0, tensors.Length);

    public static Arg List(IList<Tensor> tensors) => List(tensors as Tensor[] ?? [.. tensors]);

    public static Arg OptionalList(Tensor?[] tensors) => new(tensors, ValueKind.OptionalTensors, 0, tensors.Length);

    public static Arg List(double[]? values) => values is null ? None : new(values, ValueKind.Doubles, 0, values.Length);

    public static implicit operator Arg(Tensor? tensor) => tensor is null ? None : new(tensor, ValueKind.Tensor, tensor.Handle);

    public static implicit operator Arg(long value) => new(null, ValueKind.Int, value);

    public static implicit operator Arg(double value) => new(value);

    public static implicit operator Arg(bool value) => new(null, ValueKind.Bool, value ? 1 : 0);

    public static implicit operator Arg(long? value) => value is long given ? given : None;

    public static implicit operator Arg(double? value) => value is double given ? given : None;

    public static implicit operator Arg(bool? value) => value is bool given ? given : None;

    public static implicit operator Arg(ScalarType value) => new(null, ValueKind.Int, (long)value);

    public static implicit operator Arg(ScalarType? value) => value is ScalarType given ? given : None;

    public static implicit operator Arg(Device? value) => value is null ? None : new(null, ValueKind.Device, value.Packed);

    public static implicit operator Arg(Generator? value) => value is null ? None : new(value, ValueKind.Generator, value.Handle);

    public static implicit operator Arg(long[]? values) => values is null ? None : new(values, ValueKind.Ints, 0, values.Length);

    public static implicit operator Arg(Scalar? value) =>
        value is null ? None : value.Kind == ValueKind.Double ? value.Number : new Arg(null, value.Kind, value.Integer);
}
