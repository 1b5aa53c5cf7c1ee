using System.Buffers.Binary;
using System.Text.Json;

namespace PluginKd.Torch;

public sealed partial class SafeTensors
{
    /// <summary>
    /// Writes tensors to a file: the same tensors and texts give the same bytes. The file appears under its name only when it is
    /// whole; a file that was there before stays until then.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">Tensors by name; on any device, with or without gaps.</param>
    /// <param name="metadata">Texts to go with them.</param>
    public static void Write(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tensors);
        var order = Ordered(tensors.ToDictionary(entry => entry.Key, entry => SafeTensorsShape.Of(entry.Value))).ToList();
        var beside = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                WriteHeader(stream, order, metadata);
                foreach (var (name, _) in order)
                    WriteData(stream, tensors[name]);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>The order in which tensors lie in a file: the widest elements first, so that each lies on its element's boundary.</summary>
    internal static IEnumerable<KeyValuePair<string, SafeTensorsShape>> Ordered(IReadOnlyDictionary<string, SafeTensorsShape> tensors) => tensors.ContainsKey("__metadata__")
        ? throw new ArgumentException("'__metadata__' is a name of the format's own", nameof(tensors))
        : tensors.OrderByDescending(entry => entry.Value.ElementSize).ThenBy(entry => entry.Key, StringComparer.Ordinal);

    internal static void WriteHeader(
        FileStream stream, List<KeyValuePair<string, SafeTensorsShape>> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                writer.WriteStartObject("__metadata__");
                foreach (var (key, text) in metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                    writer.WriteString(key, text);
                writer.WriteEndObject();
            }

            var at = 0L;
            foreach (var (name, tensor) in tensors)
                at = WriteEntry(writer, name, tensor, at);
            writer.WriteEndObject();
        }

        // Spaces up to the next multiple of eight, so that the data starts on one.
        while (json.Length % 8 != 0)
            json.WriteByte((byte)' ');
        Span<byte> prefix = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, json.Length);
        stream.Write(prefix);
        json.WriteTo(stream);
    }

    private static long WriteEntry(Utf8JsonWriter writer, string name, SafeTensorsShape tensor, long at)
    {
        var end = at + tensor.Bytes;
        writer.WriteStartObject(name);
        writer.WriteString("dtype", SafeTensorsHeader.NameOf(tensor.Type));
        writer.WriteStartArray("shape");
        foreach (var length in tensor.Lengths)
            writer.WriteNumberValue(length);
        writer.WriteEndArray();
        writer.WriteStartArray("data_offsets");
        writer.WriteNumberValue(at);
        writer.WriteNumberValue(end);
        writer.WriteEndArray();
        writer.WriteEndObject();
        return end;
    }

    internal static void WriteData(FileStream stream, Tensor tensor)
    {
        const int Chunk = 1 << 22;
        using var scope = torch.NewDisposeScope();
        var plain = tensor.detach().cpu().contiguous().view(-1);
        for (var at = 0L; at < plain.numel(); at += Chunk)
            stream.Write(plain.narrow(0, at, Math.Min(Chunk, plain.numel() - at)).bytes);
    }
}
