using System.Globalization;
using System.Runtime.InteropServices;

namespace PluginKd.Sdk;

/// <summary>A mark of tensors' bytes, to see whether training has moved them: cheaper than <see cref="WeightHash"/>, and good for nothing else.</summary>
/// <remarks>FNV-1a over words of eight bytes.</remarks>
internal static class WeightMark
{
    private const ulong Start = 0xCBF29CE484222325;
    // Numbers at a time: a span is shorter than a large tensor.
    private const int Chunk = 1 << 26;
    private const ulong Prime = 0x100000001B3;

    /// <summary>Marks tensors in their order.</summary>
    /// <returns>Sixteen hex digits.</returns>
    public static string Of(IEnumerable<Tensor> tensors)
    {
        var mark = Start;
        foreach (var tensor in tensors)
        {
            using var scope = NewDisposeScope();
            var plain = tensor.detach().cpu().contiguous().view(-1);
            for (var at = 0L; at < plain.numel(); at += Chunk) mark = Of(plain.narrow(0, at, Math.Min(Chunk, plain.numel() - at)).bytes, mark);
        }

        return mark.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static ulong Of(ReadOnlySpan<byte> bytes, ulong mark)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words) mark = (mark ^ word) * Prime;
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..]) mark = (mark ^ rest) * Prime;
        return mark;
    }
}
