using System.IO.Compression;
using System.Text;

namespace PluginKd.Sdk.Tests;

public sealed class DataFileTests : IDisposable
{
    // Lines that pack well and lines that do not, flushed at a line end: a cut there leaves whole lines.
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(string.Concat(
        Enumerable.Range(0, 60).Select(i => $"{(i % 3 == 0 ? "the same words" : Convert.ToHexString(BitConverter.GetBytes(i * 2654435761L + 1)))}\t{i % 2}\n")));

    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "x.gz");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_whole_files_packed_or_not()
    {
        System.IO.File.WriteAllBytes(File, Content);
        Assert.Equal(Content, Read());
        System.IO.File.WriteAllBytes(File, Packed(Content));
        Assert.Equal(Content, Read());
    }

    [Fact]
    public void Reads_files_of_several_parts()
    {
        System.IO.File.WriteAllBytes(File, [.. Packed(Content), .. Packed(Content)]);
        Assert.Equal([.. Content, .. Content], Read());
    }

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.NoCompression)]
    public void Refuses_a_gzip_file_cut_anywhere(CompressionLevel level)
    {
        var whole = Packed(Content, level);
        for (var length = 0; length < whole.Length; length++) Refuses(whole[..length]);
    }

    [Fact]
    public void Refuses_a_file_whose_second_part_is_cut()
    {
        var (first, second) = (Packed(Content), Packed("a\t1\n"u8.ToArray()));
        for (var length = 1; length < second.Length; length++) Refuses([.. first, .. second[..length]]);
    }

    [Fact]
    public void Refuses_a_flipped_bit()
    {
        var whole = Packed(Content);
        // The ten bytes of the head hold a date and a system, which no sum covers.
        for (var at = 10; at < whole.Length; at += 3)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 4;
            Refuses(damaged);
        }
    }

    [Fact]
    public void Refuses_other_bytes_behind_the_end() => Refuses([.. Packed(Content), 7, 7, 7]);

    [Fact]
    public void Finds_the_suffix_and_says_where_it_looked()
    {
        System.IO.File.WriteAllBytes(File, Content);
        Assert.Equal(File, DataFile.Find(Path.Combine(_folder.Path, "x"), "data.path").Path);
        var error = Assert.Throws<UserErrorException>(() => DataFile.Find(Path.Combine(_folder.Path, "y"), "data.path"));
        Assert.Equal($"there is no file '{Path.Combine(_folder.Path, "y")}'", error.Found);
        Assert.Equal("data.path", error.Where);
    }

    [Fact]
    public void Says_that_a_folder_is_no_file()
    {
        Assert.Equal($"'{_folder.Path}' is a folder", Assert.Throws<UserErrorException>(() => DataFile.Find(_folder.Path, "data.path")).Found);
        Assert.StartsWith("the file cannot be read: ", Assert.Throws<UserErrorException>(() => new DataFile(_folder.Path).Open()).Found);
    }

    private void Refuses(byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File, bytes);
        var error = Assert.Throws<UserErrorException>(() => new DataFile(File).Open());
        Assert.Equal("the gzip file ends too early or is damaged", error.Found);
        Assert.Equal(File, error.Where);
    }

    private byte[] Read()
    {
        using var stream = new DataFile(File).Open();
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    private static byte[] Packed(byte[] bytes, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level))
        {
            var half = Array.IndexOf(bytes, (byte)'\n', bytes.Length / 2) + 1;
            gzip.Write(bytes.AsSpan(0, half));
            gzip.Flush();
            gzip.Write(bytes.AsSpan(half));
        }

        return packed.ToArray();
    }
}
