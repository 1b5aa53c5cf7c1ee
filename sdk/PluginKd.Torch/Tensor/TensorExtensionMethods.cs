using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>Reads the one number that a tensor holds, converted, and turns tensors into parameters.</summary>
public static class TensorExtensionMethods
{
    /// <summary>The number in single precision.</summary>
    public static float ToSingle(this Tensor value) => Is(value, ScalarType.Float32) ? value.item<float>() : (float)value.ToDouble();

    /// <summary>The number in double precision.</summary>
    public static double ToDouble(this Tensor value)
    {
        if (Is(value, ScalarType.Float64))
            return value.item<double>();
        using var converted = value.detach().to(ScalarType.Float64, disposeAfter: true);
        return converted.item<double>();
    }

    /// <summary>The number as 32-bit whole number.</summary>
    public static int ToInt32(this Tensor value) => checked((int)value.ToInt64());

    /// <summary>The number as 64-bit whole number, its fraction dropped.</summary>
    public static long ToInt64(this Tensor value)
    {
        if (Is(value, ScalarType.Int64))
            return value.item<long>();
        using var converted = value.detach().to(ScalarType.Int64, disposeAfter: true);
        return converted.item<long>();
    }

    /// <summary>Whether the number is not zero.</summary>
    public static bool ToBoolean(this Tensor value) => Is(value, ScalarType.Bool) ? value.item<bool>() : value.ToDouble() != 0;

    /// <summary>The bytes of one element.</summary>
    public static int ElementSize(this ScalarType type) => (int)Tensor.SizeOf(type);

    /// <summary>A parameter over the tensor's data.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);

    private static bool Is(Tensor value, ScalarType type) =>
        (value ?? throw new ArgumentNullException(nameof(value))).dtype == type;
}
