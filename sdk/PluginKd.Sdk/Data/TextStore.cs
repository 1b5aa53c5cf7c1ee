using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PluginKd.Sdk;

/// <summary>Texts one behind the other, each decoded when it is asked for: few in memory, many in a file of the stage. 8 bytes a text are kept, where it ends.</summary>
/// <param name="scratch">Gives the folder for the file; asked only when there are many.</param>
/// <param name="mostInMemory">Bytes from which on the texts go to the file.</param>
[SuppressMessage("Design", "CA1001", Justification = "Belongs to the inputs of a split, which nobody disposes; the file goes with its last reader or with the stage's folder.")]
public sealed class TextStore(Func<string> scratch, int mostInMemory = 1 << 24) : IReadOnlyList<string>
{
    private readonly List<long> _ends = [];
    private MemoryStream _memory = new();
    private FileStream? _file;
    private long _length;

    /// <inheritdoc />
    public int Count => _ends.Count;

    /// <inheritdoc />
    public string this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1];
            var length = (int)(_ends[index] - start);
            return _file is { SafeFileHandle: var file } ? Read(file, start, length) : Encoding.UTF8.GetString(_memory.GetBuffer(), (int)start, length);
        }
    }

    /// <summary>Adds a text.</summary>
    public void Add(string text)
    {
        if (_file is null && _memory.Length > mostInMemory)
        {
            _file = new FileStream(Path.Combine(scratch(), $"texts-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
            _memory.WriteTo(_file);
            _memory = new MemoryStream();
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        (_file ?? (Stream)_memory).Write(bytes);
        _ends.Add(_length += bytes.Length);
    }

    /// <summary>Ends the writing; before it nothing is read.</summary>
    public void Finish() => _file?.Flush();

    /// <inheritdoc />
    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // At a place of the file, not at where a stream stands: several threads may read.
    private static string Read(SafeFileHandle file, long start, int length)
    {
        var bytes = new byte[length];
        for (var read = 0; read < length;)
        {
            var more = RandomAccess.Read(file, bytes.AsSpan(read), start + read);
            read += more > 0 ? more : throw new EndOfStreamException("a file of the stage has become shorter");
        }

        return Encoding.UTF8.GetString(bytes);
    }
}
