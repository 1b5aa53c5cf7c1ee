using System.Collections;
using System.Text;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>N texts as two tensors: where each ends, and their UTF-8 bytes one behind the other. Read from a mapped file, a text is decoded when it is asked for.</summary>
internal sealed class TextColumn : IReadOnlyList<string>
{
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

    /// <summary>Adds the tensors of a column to those of a file.</summary>
    /// <param name="tensors">Tensors of the file.</param>
    /// <param name="name">Name of the column.</param>
    /// <param name="texts">The N texts.</param>
    public static void Put(IDictionary<string, torch.Tensor> tensors, string name, IReadOnlyList<string> texts)
    {
        var ends = new long[texts.Count];
        using var bytes = new MemoryStream();
        for (var i = 0; i < texts.Count; i++)
        {
            bytes.Write(Encoding.UTF8.GetBytes(texts[i]));
            ends[i] = bytes.Length;
        }

        tensors[$"{name}.ends"] = torch.tensor(ends);
        tensors[$"{name}.bytes"] = torch.tensor(bytes.ToArray());
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
