using System.Collections;
using System.Text;
using PluginKd.Torch;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>N texts as two tensors: where each ends, and their UTF-8 bytes one behind the other. Read from a mapped file, a text is decoded when it is asked for.</summary>
internal sealed class TextColumn : IReadOnlyList<string>
{
    // Below the size from which arrays lie around until the collector looks at everything.
    private const int ChunkTexts = 1 << 13;
    private const int ChunkBytes = 1 << 16;

    private readonly torch.Tensor _ends;
    private readonly torch.Tensor _bytes;

    private TextColumn(torch.Tensor ends, torch.Tensor bytes) => (_ends, _bytes) = (ends, bytes);

    /// <inheritdoc />
    public int Count => (int)_ends.size(0);

    /// <inheritdoc />
    public string this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
            var ends = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, long>(_ends.bytes);
            var start = index == 0 ? 0 : ends[index - 1];
            if (ends[index] == start) return "";
            using var part = _bytes.narrow(0, start, ends[index] - start);
            return Encoding.UTF8.GetString(part.bytes);
        }
    }

    /// <summary>Announces the tensors of a column of a file; goes through the texts once.</summary>
    /// <param name="shapes">Shapes of the file's tensors.</param>
    /// <param name="name">Name of the column.</param>
    /// <param name="texts">The N texts.</param>
    public static void Announce(IDictionary<string, SafeTensorsShape> shapes, string name, IReadOnlyList<string> texts)
    {
        shapes[$"{name}.ends"] = new SafeTensorsShape(torch.ScalarType.Int64, [texts.Count]);
        shapes[$"{name}.bytes"] = new SafeTensorsShape(torch.ScalarType.Byte, [texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text))]);
    }

    /// <summary>Writes the tensors of a column, some texts at a time: all of them may be more than memory holds.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="name">Name of the column.</param>
    /// <param name="texts">The same N texts again.</param>
    public static void Write(SafeTensorsWriter writer, string name, IReadOnlyList<string> texts)
    {
        var (ends, bytes, written) = (new List<long>(), new MemoryStream(), 0L);
        for (var i = 0; i < texts.Count; i++)
        {
            bytes.Write(Encoding.UTF8.GetBytes(texts[i]));
            ends.Add(written + bytes.Length);
            if (ends.Count < ChunkTexts && bytes.Length < ChunkBytes && i < texts.Count - 1) continue;
            using var scope = torch.NewDisposeScope();
            writer.Write($"{name}.ends", i + 1 - ends.Count, torch.tensor(ends.ToArray()));
            writer.Write($"{name}.bytes", written, torch.tensor(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), [bytes.Length]));
            written += bytes.Length;
            ends.Clear();
            bytes.SetLength(0);
        }
    }

    /// <summary>Finds a column in a file, or gives null.</summary>
    public static TextColumn? Find(IReadOnlyDictionary<string, torch.Tensor> tensors, string name) =>
        tensors.TryGetValue($"{name}.ends", out var ends) ? new TextColumn(ends, tensors[$"{name}.bytes"]) : null;

    /// <inheritdoc />
    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
