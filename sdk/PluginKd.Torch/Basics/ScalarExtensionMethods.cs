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

    private static Scalar Needed(Scalar value) => value ?? throw new ArgumentNullException(nameof(value));
}
