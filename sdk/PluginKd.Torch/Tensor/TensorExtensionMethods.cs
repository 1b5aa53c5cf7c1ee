using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>Reads the one number that a tensor holds, converted, and turns tensors into parameters.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>The number in single precision.</summary>
    public static float ToSingle(this Tensor value) => Is(value, ScalarType.Float32) ? value.item<float>() : (float)value.ToDouble();

    /// <summary>The number in double precision.</summary>
    public static double ToDouble(this Tensor value)
    {
        if (Is(value, ScalarType.Float64))
            return value.item<double>();
        if (Is(value, ScalarType.Float32))
            return value.item<float>();
        using var converted = value.detach().to(ScalarType.Float64, disposeAfter: true);
        return converted.item<double>();
    }

    /// <summary>The number in half precision.</summary>
    public static Half ToHalf(this Tensor value) => (Half)value.ToDouble();

    /// <summary>The number as 8-bit whole number without a sign.</summary>
    public static byte ToByte(this Tensor value) => checked((byte)value.ToInt64());

    /// <summary>The number as 8-bit whole number.</summary>
    public static sbyte ToSByte(this Tensor value) => checked((sbyte)value.ToInt64());

    /// <summary>The number as 16-bit whole number.</summary>
    public static short ToInt16(this Tensor value) => checked((short)value.ToInt64());

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

    /// <summary>How many elements a shape has.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (count, length) => count * length);

    /// <summary>A tensor without dimensions that holds the number.</summary>
    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false)
        where T : unmanaged => new[] { scalar }.ToTensor([], false, requires_grad).to(device ?? torch.get_default_device(), disposeAfter: true);

    /// <summary>A tensor of a given shape with a copy of the numbers.</summary>
    public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        using var row = torch.from_array(rawArray, null, torch.CPU);
        var shaped = row.reshape(dimensions);
        shaped.requires_grad = requires_grad;
        return shaped;
    }

    /// <summary>A parameter over the tensor's data.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);

    private static bool Is(Tensor value, ScalarType type) =>
        (value ?? throw new ArgumentNullException(nameof(value))).dtype == type;
}
