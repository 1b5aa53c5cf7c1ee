using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PluginKd.Sdk;

/// <summary>Derives one seed from another by name, so that adding a stage, a shuffle or a layer changes no other.</summary>
public static class Seeds
{
    /// <summary>Hashes seed and name: the first eight bytes of SHA-256 over the little-endian seed and the UTF-8 name.</summary>
    /// <param name="seed">Seed of the run or of the stage.</param>
    /// <param name="name">What the new seed is for, such as <c>student/order/3</c>.</param>
    /// <returns>A seed between 0 and 2⁶³ − 1, as generators of libtorch take it.</returns>
    public static long Derive(long seed, string name)
    {
        var bytes = new byte[8 + Encoding.UTF8.GetByteCount(name)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, seed);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(8));
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(bytes)) & long.MaxValue;
    }
}
