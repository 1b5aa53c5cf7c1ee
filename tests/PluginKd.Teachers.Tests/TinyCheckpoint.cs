using System.Buffers.Binary;
using System.Text;

namespace PluginKd.Teachers.Tests;

/// <summary>A safetensors file for the kit's <see cref="TinyModel"/> in which every byte is below 128, so that it can be written as text.</summary>
internal static class TinyCheckpoint
{
    // Such that both bytes of the length are small, too.
    private const int HeaderLength = 512;

    private static readonly (string Name, int[] Shape)[] Tensors = [("first.weight", [5, 4]), ("first.bias", [5]), ("last.weight", [3, 5]), ("last.bias", [3])];

    public static string Text { get; } = Make([]);

    /// <summary>The same, as a run writes it.</summary>
    public static string OfRun { get; } = Make(["\"__metadata__\":{\"pluginkd.model\":\"tiny\",\"pluginkd.settings\":\"{}\",\"pluginkd.classes\":\"[\\\"a\\\",\\\"b\\\",\\\"c\\\"]\"}"]);

    private static string Make(string[] first)
    {
        var (entries, at) = (first.ToList(), 0);
        foreach (var (name, shape) in Tensors)
        {
            var end = at + (sizeof(float) * shape.Aggregate(1, (product, side) => product * side));
            entries.Add($"\"{name}\":{{\"dtype\":\"F32\",\"shape\":[{string.Join(',', shape)}],\"data_offsets\":[{at},{end}]}}");
            at = end;
        }

        var bytes = new byte[8 + HeaderLength + at];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, HeaderLength);
        Encoding.ASCII.GetBytes($"{{{string.Join(',', entries)}}}".PadRight(HeaderLength)).CopyTo(bytes, 8);
        // 0, 0.5 and 2: their bytes are small.
        for (var i = 0; i < at / sizeof(float); i++) BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8 + HeaderLength + (sizeof(float) * i)), (i % 3) switch { 0 => 0, 1 => 0.5f, _ => 2 });
        return Encoding.ASCII.GetString(bytes);
    }
}
