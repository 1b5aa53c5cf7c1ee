namespace TorchSharp;

/// <summary>Reads numbers out of a <see cref="Scalar"/> and makes them into one.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>The truth value as a scalar.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>A scalar that holds the number.</summary>
    public static Scalar ToScalar(this byte value) => value;

    /// <summary>A scalar that holds the number.</summary>
    public static Scalar ToScalar(this sbyte value) => value;

    /// <summary>A scalar that holds the number.</summary>
    public static Scalar ToScalar(this short value) => value;

    /// <summary>A scalar that holds the number.</summary>
    public static Scalar ToScalar(this Half value) => value;

    /// <summary>The number in single precision.</summary>
    public static float ToSingle(this Scalar value) => (float)Needed(value).AsDouble;

    /// <summary>The number in double precision.</summary>
    public static double ToDouble(this Scalar value) => Needed(value).AsDouble;

    /// <summary>The number cut to 32 bits.</summary>
    public static int ToInt32(this Scalar value) => checked((int)Needed(value).AsLong);

    /// <summary>The number without its fraction.</summary>
    public static long ToInt64(this Scalar value) => Needed(value).AsLong;

    /// <summary>Whether the number is not zero.</summary>
    public static bool ToBoolean(this Scalar value) => Needed(value).AsDouble != 0;

    /// <summary>The number in half precision.</summary>
    public static Half ToHalf(this Scalar value) => (Half)Needed(value).AsDouble;

    /// <summary>The number as 8-bit whole number without a sign.</summary>
    public static byte ToByte(this Scalar value) => checked((byte)Needed(value).AsLong);

    /// <summary>The number as 8-bit whole number.</summary>
    public static sbyte ToSByte(this Scalar value) => checked((sbyte)Needed(value).AsLong);

    /// <summary>The number as 16-bit whole number.</summary>
    public static short ToInt16(this Scalar value) => checked((short)Needed(value).AsLong);

    private static Scalar Needed(Scalar value) => value ?? throw new ArgumentNullException(nameof(value));
}
