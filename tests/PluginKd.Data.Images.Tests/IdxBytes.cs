using System.Buffers.Binary;

namespace PluginKd.Data.Images.Tests;

/// <summary>Makes the bytes of IDX files.</summary>
internal static class IdxBytes
{
    public static byte[] Images(int count, int height, int width, params byte[] pixels) => [.. Numbers(2051, count, height, width), .. pixels];

    public static byte[] Labels(params byte[] labels) => [.. Numbers(2049, labels.Length), .. labels];

    public static byte[] Numbers(params int[] numbers)
    {
        var bytes = new byte[4 * numbers.Length];
        for (var i = 0; i < numbers.Length; i++) BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), numbers[i]);
        return bytes;
    }
}
