using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with a copy of the numbers of an array, in its shape and type.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>A tensor with a copy of the numbers of an array, in its shape.</summary>
    /// <exception cref="NotSupportedException">The elements have no counterpart among the element types.</exception>
    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        return Type.GetTypeCode(rawArray.GetType().GetElementType()) switch
        {
            TypeCode.Single => Copied(Flat<float>(rawArray), Shape(rawArray), dtype, device, requires_grad),
            TypeCode.Double => Copied(Flat<double>(rawArray), Shape(rawArray), dtype, device, requires_grad),
            TypeCode.Int64 => Copied(Flat<long>(rawArray), Shape(rawArray), dtype, device, requires_grad),
            TypeCode.Int32 => Copied(Flat<int>(rawArray), Shape(rawArray), dtype, device, requires_grad),
            TypeCode.Int16 => Copied(Flat<short>(rawArray), Shape(rawArray), dtype, device, requires_grad),
            TypeCode.Byte => Copied(Flat<byte>(rawArray), Shape(rawArray), dtype, device, requires_grad),
            TypeCode.SByte => Copied(Flat<sbyte>(rawArray), Shape(rawArray), dtype, device, requires_grad),
            TypeCode.Boolean => Copied(Flat<bool>(rawArray), Shape(rawArray), dtype, device, requires_grad),
            _ when rawArray.GetType().GetElementType() == typeof(Half) =>
                Copied(Flat<Half>(rawArray), Shape(rawArray), dtype, device, requires_grad),
            _ => throw new NotSupportedException($"an array of {rawArray.GetType().GetElementType()} cannot become a tensor"),
        };
    }

    /// <summary>A tensor with a copy of the numbers of an array.</summary>
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>A tensor of one dimension over the array itself, which stays pinned as long as the tensor lives.</summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        var room = Buffer.ByteLength(rawArray) / Tensor.SizeOf(dtype);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, room);
        var length = count < 0 ? room - offset : count;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, room - offset, nameof(count));
        var pin = GCHandle.Alloc(rawArray, GCHandleType.Pinned);
        var data = pin.AddrOfPinnedObject() + (nint)(offset * Tensor.SizeOf(dtype));
        return Recorded(NativeMemoryTensor.Over(data, [length], dtype, pin), requires_grad);
    }

    private static unsafe Tensor Copied<T>(ReadOnlySpan<T> numbers, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged
    {
        var wanted = 1L;
        foreach (var length in shape)
            wanted *= length;
        if (wanted != numbers.Length)
            throw new ArgumentException(
                $"{numbers.Length} numbers do not fill the shape [{string.Join(", ", shape.ToArray())}], which needs {wanted}");
        var tensor = Made(Ops.empty__memory_format, shape.ToArray(), TypeOf<T>(), CPU, false);
        if (numbers.Length > 0)
            numbers.CopyTo(new Span<T>(tensor.DataPointer(), numbers.Length));
        var place = Placed(device);
        if ((dtype is null || dtype == tensor.dtype) && (place is null || place.type == DeviceType.CPU))
            return Recorded(tensor, requiresGrad);
        using (tensor)
            return Recorded(tensor.to(dtype ?? tensor.dtype, place ?? CPU), requiresGrad);
    }

    private static ReadOnlySpan<T> Flat<T>(Array array)
        where T : unmanaged =>
        MemoryMarshal.CreateReadOnlySpan(
            ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    private static long[] Shape(Array array)
    {
        var shape = new long[array.Rank];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = array.GetLongLength(i);
        return shape;
    }

    private static T[] Row<T>(IList<T> list) => list as T[] ?? [.. list];

    /// <summary>The element type that stands for a C# type.</summary>
    internal static ScalarType TypeOf<T>() =>
        typeof(T) == typeof(float) ? ScalarType.Float32
        : typeof(T) == typeof(double) ? ScalarType.Float64
        : typeof(T) == typeof(long) ? ScalarType.Int64
        : typeof(T) == typeof(int) ? ScalarType.Int32
        : typeof(T) == typeof(bool) ? ScalarType.Bool
        : typeof(T) == typeof(byte) ? ScalarType.Byte
        : typeof(T) == typeof(sbyte) ? ScalarType.Int8
        : typeof(T) == typeof(short) ? ScalarType.Int16
        : typeof(T) == typeof(Half) ? ScalarType.Float16
        : throw new NotSupportedException($"no tensor holds elements of {typeof(T)}");
}
