using System.Numerics;

namespace PluginKd.Hosting;

/// <summary>The checksum of event files: CRC-32C (Castagnoli), turned and shifted so that a checksum of checksums is not zero.</summary>
internal static class Crc32C
{
    public static uint Masked(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes) crc = BitOperations.Crc32C(crc, one);
        crc = ~crc;
        return BitOperations.RotateRight(crc, 15) + 0xa282ead8;
    }
}
