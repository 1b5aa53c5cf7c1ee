using System.Buffers.Binary;

namespace PluginKd.Data.Images;

/// <summary>Reads a binary file from its first byte to its last, and names file and byte where something is wrong.</summary>
/// <param name="file">The file, packed by gzip or not; bytes are counted unpacked.</param>
internal sealed class ByteReader(DataFile file) : IDisposable
{
    private readonly Stream _stream = new BufferedStream(file.Open(), 1 << 16);

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private set; }

    /// <summary>Names the file and a byte of it, counted from 0.</summary>
    /// <param name="position">The byte.</param>
    public string At(long position) => $"{file.Path}: byte {position}";

    /// <summary>Reads bytes.</summary>
    /// <param name="bytes">Where they go; all of it is filled.</param>
    /// <param name="what">What they are, such as <c>image 7</c>.</param>
    /// <exception cref="UserErrorException">The file ends before.</exception>
    public void Fill(Span<byte> bytes, string what)
    {
        if (!TryFill(bytes, what)) throw Ends(bytes.Length, 0, what);
    }

    /// <summary>Reads bytes, or finds that the file is at its end.</summary>
    /// <param name="bytes">Where they go.</param>
    /// <param name="what">What they are.</param>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="UserErrorException">The file ends within them.</exception>
    public bool TryFill(Span<byte> bytes, string what)
    {
        var read = _stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read > 0 && read < bytes.Length) throw Ends(bytes.Length, read, what);
        Position += read;
        return read > 0;
    }

    /// <summary>Reads a whole number of 32 bits, the highest byte first.</summary>
    /// <param name="what">What it says.</param>
    public int Number(string what)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        Fill(bytes, what);
        return BinaryPrimitives.ReadInt32BigEndian(bytes);
    }

    /// <summary>Makes sure that nothing follows.</summary>
    /// <param name="announced">What the file said it holds.</param>
    /// <exception cref="UserErrorException">Further bytes are there.</exception>
    public void End(string announced)
    {
        if (_stream.ReadByte() >= 0)
            throw new UserErrorException($"the file goes on behind {announced}", "its end there", At(Position), "copy or download the file again");
    }

    /// <inheritdoc />
    public void Dispose() => _stream.Dispose();

    private UserErrorException Ends(int wanted, int read, string what) =>
        new($"the file ends at byte {Position + read}, within {what}", $"{wanted} bytes of {what}", At(Position), "copy or download the file again");
}
