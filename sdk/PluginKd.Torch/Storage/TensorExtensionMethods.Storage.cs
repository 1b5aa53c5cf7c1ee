using TorchSharp.Utils;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Reads a tensor in TorchSharp's format; with <paramref name="skip" /> only past it, and an empty one is returned.</summary>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        if (!skip)
            return TensorFormat.Read(reader);
        TensorFormat.Skip(reader);
        return torch.empty(0);
    }

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
