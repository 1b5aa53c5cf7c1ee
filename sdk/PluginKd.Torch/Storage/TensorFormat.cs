using TorchSharp.Native;

namespace TorchSharp.Utils;

/// <summary>
/// TorchSharp's own encoding of a tensor: dtype code, number of dimensions and each dimension as 7-bit groups, then the bytes.
/// </summary>
internal static unsafe class TensorFormat
{
    private const int MostDimensions = 64;
    private const int Portion = 1 << 20;

    public static void Write(BinaryWriter writer, Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write7BitEncodedInt((int)tensor.dtype);
        var shape = tensor.shape;
        writer.Write7BitEncodedInt(shape.Length);
        foreach (var length in shape)
            writer.Write7BitEncodedInt64(length);
        using var near = tensor.detach().to(torch.CPU, disposeAfter: true);
        using var plain = near.contiguous();
        var data = (byte*)plain.RawPointer();
        var count = plain.numel() * plain.ElementSize;
        for (long at = 0; at < count; at += Portion)
            writer.Write(new ReadOnlySpan<byte>(data + at, (int)Math.Min(Portion, count - at)));
    }

    /// <summary>Makes the tensor that comes next.</summary>
    public static Tensor Read(BinaryReader reader)
    {
        var (type, shape) = ReadHeader(reader);
        var tensor = Ops.empty__memory_format.Call(shape, type, Arg.None, torch.CPU, Arg.None, Arg.None);
        ReadBytes(reader, tensor);
        return tensor;
    }

    /// <summary>Copies the tensor that comes next into one of the same type and shape.</summary>
    public static void ReadInto(BinaryReader reader, Tensor target, string name)
    {
        var (type, shape) = ReadHeader(reader);
        if (type != target.dtype || !shape.AsSpan().SequenceEqual(target.shape))
            throw new ArgumentException($"{name} is {type}[{string.Join(", ", shape)}] in the file, but {target.Summary()} here");
        using var guard = torch.no_grad();
        if (target.is_cpu() && target.is_contiguous())
        {
            ReadBytes(reader, target);
            return;
        }

        using var read = Ops.empty__memory_format.Call(shape, type, Arg.None, torch.CPU, Arg.None, Arg.None);
        ReadBytes(reader, read);
        Ops.copy_.Run(target, read);
    }

    /// <summary>Passes over the tensor that comes next.</summary>
    public static void Skip(BinaryReader reader)
    {
        var (type, shape) = ReadHeader(reader);
        var rest = Bytes(type, shape);
        Span<byte> room = new byte[(int)Math.Min(rest, Portion)];
        for (; rest > 0; rest -= Math.Min(rest, Portion))
            reader.BaseStream.ReadExactly(room[..(int)Math.Min(rest, Portion)]);
    }

    private static (ScalarType Type, long[] Shape) ReadHeader(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var type = (ScalarType)reader.Read7BitEncodedInt();
        var dimensions = reader.Read7BitEncodedInt();
        if (!Enum.IsDefined(type) || dimensions is < 0 or > MostDimensions)
            throw new InvalidDataException($"no tensor in TorchSharp's format: dtype code {(int)type}, {dimensions} dimensions");
        var shape = new long[dimensions];
        for (var i = 0; i < dimensions; i++)
            shape[i] = reader.Read7BitEncodedInt64();
        var (stream, bytes) = (reader.BaseStream, Bytes(type, shape));
        if (stream.CanSeek && bytes > stream.Length - stream.Position)
            throw new InvalidDataException(
                $"a tensor {type}[{string.Join(", ", shape)}] needs {bytes} bytes, but {stream.Length - stream.Position} are left in the file");
        return (type, shape);
    }

    private static long Bytes(ScalarType type, long[] shape)
    {
        try
        {
            return shape.Aggregate(Tensor.SizeOf(type), (bytes, length) => length < 0
                ? throw new InvalidDataException($"a tensor with a dimension of {length}")
                : checked(bytes * length));
        }
        catch (OverflowException)
        {
            throw new InvalidDataException($"a tensor of [{string.Join(", ", shape)}] has more bytes than there can be");
        }
    }

    private static void ReadBytes(BinaryReader reader, Tensor tensor)
    {
        var data = (byte*)tensor.RawPointer();
        var count = tensor.numel() * tensor.ElementSize;
        for (long at = 0; at < count; at += Portion)
            reader.BaseStream.ReadExactly(new Span<byte>(data + at, (int)Math.Min(Portion, count - at)));
        GC.KeepAlive(tensor);
    }
}
