using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PluginKd.Teachers;

/// <summary>Tells inputs apart by their content: 128 bits of SHA-256 over the text, or over the numbers.</summary>
internal static class InputMarks
{
    private const int ChunkSize = 4096;

    /// <summary>The marks of N inputs, in order.</summary>
    /// <exception cref="UserErrorException">The inputs are neither texts nor numbers nor pairs of them.</exception>
    public static IEnumerable<UInt128> Of(Inputs inputs) => inputs switch
    {
        TextInputs texts => texts.Texts.Select(text => Of(text)),
        DenseInputs dense => Rows(dense),
        PairInputs pairs => Of(pairs.First).Zip(Of(pairs.Second), (first, second) => Of([.. BitConverter.GetBytes(first), .. BitConverter.GetBytes(second)])),
        _ => throw new UserErrorException($"the data are {inputs.Modality.Describe()}", "texts, numbers, or pairs", "teacher", "use another teacher for these data"),
    };

    /// <summary>The mark of a text.</summary>
    public static UInt128 Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    private static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    // In pieces, because what is asked may be more than memory holds.
    private static IEnumerable<UInt128> Rows(DenseInputs inputs)
    {
        for (var first = 0; first < inputs.Count; first += ChunkSize)
        {
            var chunk = (DenseInputs)inputs.Take([.. Enumerable.Range(first, Math.Min(ChunkSize, inputs.Count - first))]);
            using var scope = NewDisposeScope();
            var values = chunk.Values.contiguous();
            var size = values.bytes.Length / chunk.Count;
            for (var row = 0; row < chunk.Count; row++) yield return Of(values.bytes.Slice(row * size, size));
        }
    }
}
