using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>Tensors in TorchSharp's format.</summary>
public static class TensorStorageExtensionMethods
{
    /// <summary>Writes the tensor.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        TensorFormat.Write(writer, tensor);
    }

    /// <inheritdoc cref="Save(Tensor, BinaryWriter)" />
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    }

    /// <inheritdoc cref="Save(Tensor, BinaryWriter)" />
    public static void Save(this Tensor tensor, string location)
    {
        using var stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <summary>Copies what comes next in the file into the tensor, or passes over it.</summary>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (skip)
            TensorFormat.Skip(reader);
        else
            TensorFormat.ReadInto(reader, tensor, "the tensor");
    }
}
