namespace PluginKd.Torch;

/// <summary>Element type and shape of a tensor that is to be written.</summary>
/// <param name="Type">The element type.</param>
/// <param name="Lengths">The length of each dimension.</param>
public sealed record SafeTensorsShape(ScalarType Type, IReadOnlyList<long> Lengths)
{
    /// <summary>Type and shape of a tensor.</summary>
    public static SafeTensorsShape Of(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return new SafeTensorsShape(tensor.dtype, tensor.shape);
    }

    /// <summary>Size of its bytes.</summary>
    public long Bytes => Lengths.Aggregate(ElementSize, (product, length) => checked(product * length));

    /// <summary>Bytes of one element.</summary>
    public long ElementSize => Type switch
    {
        ScalarType.Float64 or ScalarType.Int64 => 8,
        ScalarType.Float32 or ScalarType.Int32 => 4,
        ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Int16 => 2,
        ScalarType.Int8 or ScalarType.Byte or ScalarType.Bool => 1,
        _ => throw new SafeTensorsException($"safetensors has no name for elements of {Type}; convert with to(...) first"),
    };
}
