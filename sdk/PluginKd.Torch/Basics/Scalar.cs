using System.Globalization;
using TorchSharp.Native;

namespace TorchSharp;

/// <summary>A number, whole or not, or a truth value, where an operator takes any of them.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(ValueKind kind, long integer, double number)
    {
        Kind = kind;
        Integer = integer;
        Number = number;
    }

    /// <summary>The element type that the number has by itself.</summary>
    public ScalarType Type => Kind switch
    {
        ValueKind.Bool => ScalarType.Bool,
        ValueKind.Int => ScalarType.Int64,
        _ => ScalarType.Float64,
    };

    internal ValueKind Kind { get; }

    internal long Integer { get; }

    internal double Number { get; }

    internal double AsDouble => Kind == ValueKind.Double ? Number : Integer;

    internal long AsLong => Kind == ValueKind.Double ? (long)Number : Integer;

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(byte value) => (long)value;

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(sbyte value) => (long)value;

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(short value) => (long)value;

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(int value) => (long)value;

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(long value) => new(ValueKind.Int, value, value);

    /// <summary>A number.</summary>
    public static implicit operator Scalar(Half value) => (double)value;

    /// <summary>A number.</summary>
    public static implicit operator Scalar(float value) => (double)value;

    /// <summary>A number.</summary>
    public static implicit operator Scalar(double value) => new(ValueKind.Double, 0, value);

    /// <summary>A truth value.</summary>
    public static implicit operator Scalar(bool value) => new(ValueKind.Bool, value ? 1 : 0, value ? 1 : 0);

    /// <summary>Does nothing: there is nothing native behind it.</summary>
    public void Dispose()
    {
    }

    /// <inheritdoc />
    public override string ToString() => Kind switch
    {
        ValueKind.Double => Number.ToString(CultureInfo.InvariantCulture),
        ValueKind.Bool => Integer != 0 ? "true" : "false",
        _ => Integer.ToString(CultureInfo.InvariantCulture),
    };
}
