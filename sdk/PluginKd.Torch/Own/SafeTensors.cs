using System.Buffers.Binary;

namespace PluginKd.Torch;

/// <summary>
/// A safetensors file, mapped into memory: tensors lie over the file itself, nothing is read before it is used. Writing to such a
/// tensor changes memory, never the file. Tensors outlive the reader.
/// </summary>
public sealed partial class SafeTensors : IDisposable
{
    private readonly Dictionary<string, SafeTensorsEntry> _entries;
    private readonly SafeTensorsMapping _mapping;
    private readonly long _start;
    private bool _closed;

    private SafeTensors(SafeTensorsMapping mapping, SafeTensorsHeader header, long start)
    {
        _mapping = mapping;
        _start = start;
        _entries = header.Entries.ToDictionary(entry => entry.Name);
        Metadata = header.Metadata;
        Names = [.. header.Entries.OrderBy(entry => entry.Begin).Select(entry => entry.Name)];
    }

    /// <summary>The tensors' names in the order of their bytes.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The texts that the writer left.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Opens a file and checks its whole header.</summary>
    /// <exception cref="SafeTensorsException">The file is cut off, or its header is not valid.</exception>
    public static SafeTensors Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            var header = ReadHeader(stream, path, out var start);
            return new SafeTensors(new SafeTensorsMapping(stream), header, start);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Type, shape and place of a tensor, without touching its bytes.</summary>
    /// <exception cref="KeyNotFoundException">The file has no tensor of that name.</exception>
    public SafeTensorsEntry Entry(string name) => _entries.TryGetValue(name, out var entry)
        ? entry
        : throw new KeyNotFoundException(
            $"the file has no tensor '{name}'; it has {string.Join(", ", Names.Take(20))}{(Names.Count > 20 ? ", …" : "")}");

    /// <summary>A tensor over the bytes in the file; a copy only where they do not lie on their element's boundary, and on the real TorchSharp.</summary>
    public Tensor Read(string name)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var entry = Entry(name);
        return _mapping.Read(entry, _start);
    }

    /// <summary>All tensors by name, as a module's load_state_dict takes them.</summary>
    public Dictionary<string, Tensor> ReadAll() => Names.ToDictionary(name => name, Read);

    /// <summary>Closes the reader; tensors that were read stay valid.</summary>
    public void Dispose()
    {
        if (_closed)
            return;
        _closed = true;
        _mapping.Release();
    }

    private static SafeTensorsHeader ReadHeader(FileStream stream, string path, out long start)
    {
        Span<byte> prefix = stackalloc byte[8];
        if (stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length)
            throw new SafeTensorsException($"{path}: {stream.Length} bytes are no safetensors file, which starts with 8 bytes of header length");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > SafeTensorsHeader.MostBytes)
            throw new SafeTensorsException($"{path}: a header of {length} bytes is announced; at most {SafeTensorsHeader.MostBytes} are taken");
        if (length > (ulong)(stream.Length - prefix.Length))
            throw new SafeTensorsException(
                $"{path}: a header of {length} bytes is announced, but the file ends {stream.Length - prefix.Length} bytes on; is it cut off?");
        var json = new byte[length];
        stream.ReadExactly(json);
        start = prefix.Length + json.Length;
        return SafeTensorsHeader.Parse(json, stream.Length - start, path);
    }
}
