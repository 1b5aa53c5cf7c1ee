using System.IO.Compression;

namespace PluginKd.Sdk;

/// <summary>A file of a data source, packed by gzip or not.</summary>
/// <remarks>
/// A packed file is read to its end once before it is handed over: <see cref="GZipStream"/> says nothing when a file was cut short, and a run
/// would learn from a part of the data.
/// </remarks>
/// <param name="Path">Path of a file that is there.</param>
public sealed record DataFile(string Path)
{
    private static readonly byte[] Mark = "PluginKd's end mark"u8.ToArray();
    private static readonly byte[] PackedMark = Pack(Mark);

    /// <summary>Finds a file by its name, or by its name and <c>.gz</c>.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="setting">Setting that names the file, such as <c>data.train</c>.</param>
    /// <exception cref="UserErrorException">There is no such file, or it is a folder.</exception>
    public static DataFile Find(string path, string setting) =>
        File.Exists(path) ? new(path)
        : File.Exists(path + ".gz") ? new(path + ".gz")
        : throw new UserErrorException(Directory.Exists(path) ? $"'{path}' is a folder" : $"there is no file '{path}'",
            "a file there, or one with .gz behind its name", setting, "correct the path; it starts from the folder of the pipeline file");

    /// <summary>Finds files by their names; a name may hold <c>*</c> (any letters) and <c>?</c> (one letter), and then stands for all files so called, in the order of their names.</summary>
    /// <param name="paths">Absolute paths; only the last part of each may hold * or ?.</param>
    /// <param name="setting">Setting that names the files, such as <c>data.train</c>.</param>
    /// <returns>Each file once.</returns>
    /// <exception cref="UserErrorException">There is no such file, or it is a folder.</exception>
    public static IReadOnlyList<DataFile> FindAll(IEnumerable<string> paths, string setting) => [.. paths.SelectMany(path => IsPattern(System.IO.Path.GetFileName(path)) ? All(path, setting) : [Find(path, setting)]).Distinct()];

    /// <summary>Whether a name stands for several files.</summary>
    /// <param name="name">Name of a file.</param>
    public static bool IsPattern(string name) => name.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The files that a pattern stands for, in the order of their names, without a difference between places and machines.</summary>
    /// <param name="pattern">Absolute path whose last part holds * or ?.</param>
    public static IReadOnlyList<string> Matching(string pattern) => System.IO.Path.GetDirectoryName(pattern) is { } folder && Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, System.IO.Path.GetFileName(pattern)).Order(StringComparer.Ordinal)]
        : [];

    private static IEnumerable<DataFile> All(string pattern, string setting) => Matching(pattern) is { Count: > 0 } files ? files.Select(file => new DataFile(file))
        : throw new UserErrorException($"no file is called '{pattern}'", "files that the pattern stands for", setting, "correct the path; it starts from the folder of the pipeline file");

    /// <summary>The file's name without its folder and without <c>.gz</c>: packing a file changes no id that is made of it.</summary>
    public string Name => System.IO.Path.GetFileName(Path) is var name && name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;

    /// <summary>Reads the file line by line; a line that cannot be read says so, and those behind it can be.</summary>
    /// <param name="encoding">How letters are written.</param>
    /// <exception cref="UserErrorException">The file cannot be read, is packed and not whole, or is written in UTF-16.</exception>
    public IEnumerable<TextLine> Lines(TextEncoding encoding = TextEncoding.Utf8) => new TextLines(this, encoding).Read();

    /// <summary>Opens the file; what is read is unpacked.</summary>
    /// <exception cref="UserErrorException">The file cannot be read, or is packed and not whole.</exception>
    public Stream Open()
    {
        try
        {
            if (!IsPacked()) return File.OpenRead(Path);
            if (!IsWhole()) throw Damaged();
            return new GZipStream(File.OpenRead(Path), CompressionMode.Decompress);
        }
        catch (InvalidDataException problem)
        {
            throw Damaged(problem);
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new UserErrorException($"the file cannot be read: {problem.Message}", "a file that you may read", Path,
                "change its permissions, or copy it to another place", problem);
        }
    }

    // The first bytes tell, not the name: files are renamed.
    private bool IsPacked()
    {
        using var file = File.OpenRead(Path);
        if (file.Length < 2 && Path.EndsWith(".gz", StringComparison.Ordinal)) throw Damaged();
        return file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
    }

    // A gzip file may go on with a further part, and each part that ends is checked by its sum. So a part that holds a mark is put behind the
    // file: it comes out again only if every part before it ended as it should.
    private bool IsWhole()
    {
        using var unpacked = new GZipStream(new Chain(File.OpenRead(Path), new MemoryStream(PackedMark)), CompressionMode.Decompress);
        var buffer = new byte[Mark.Length + (1 << 16)];
        var kept = 0;
        for (int read; (read = unpacked.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var filled = kept + read;
            kept = Math.Min(filled, Mark.Length);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return buffer.AsSpan(0, kept).SequenceEqual(Mark);
    }

    private UserErrorException Damaged(Exception? cause = null) =>
        new("the gzip file ends too early or is damaged", "a whole gzip file", Path, "copy or download it again", cause);

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return packed.ToArray();
    }

    // One stream, then another.
    private sealed class Chain(Stream first, Stream second) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer) => first.Read(buffer) is var read and > 0 ? read : second.Read(buffer);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) first.Dispose();
            base.Dispose(disposing);
        }
    }
}
