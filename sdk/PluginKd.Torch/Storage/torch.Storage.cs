namespace TorchSharp;

public static partial class torch
{
    /// <summary>Writes one tensor to a file in TorchSharp's format.</summary>
    public static void save(Tensor t, string location) => t.Save(location);

    /// <summary>Reads one tensor from a file in TorchSharp's format.</summary>
    public static Tensor load(string location) => Tensor.Load(location);

    public partial class Tensor
    {
        /// <summary>Reads one tensor in TorchSharp's format.</summary>
        public static Tensor Load(BinaryReader reader) => Utils.TensorFormat.Read(reader);

        /// <inheritdoc cref="Load(BinaryReader)" />
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            return Load(reader);
        }

        /// <inheritdoc cref="Load(BinaryReader)" />
        public static Tensor Load(string location)
        {
            using var stream = File.OpenRead(location);
            return Load(stream);
        }

        /// <inheritdoc cref="Load(BinaryReader)" />
        public static Tensor load(string location) => Load(location);

        /// <summary>Writes the tensor to a file in TorchSharp's format.</summary>
        public void save(string location) => this.Save(location);
    }
}
