using System.IO.Compression;
using System.Text;

namespace PluginKd.Data.Images.Tests;

public sealed class PnmFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_grey_bytes()
    {
        var picture = Read([.. "P5\n3 2\n255\n"u8, 0, 51, 255, 102, 0, 153]);
        Assert.Equal((1, 2, 3), (picture.Channels, picture.Height, picture.Width));
        Assert.Equal([0, 0.2, 1, 0.4, 0, 0.6], picture.Samples);
    }

    [Fact]
    public void Parts_coloured_bytes_into_planes()
    {
        var picture = Read([.. "P6 2 1 5\n"u8, 0, 1, 2, 3, 4, 5]);
        Assert.Equal((3, 1, 2), (picture.Channels, picture.Height, picture.Width));
        Assert.Equal([0, 0.6, 0.2, 0.8, 0.4, 1], picture.Samples);
    }

    // 0x0100 of 0x0200 is a half; the higher byte stands first.
    [Fact]
    public void Reads_samples_of_two_bytes() => Assert.Equal([0.5, 1], Read([.. "P5 2 1 512\n"u8, 1, 0, 2, 0]).Samples);

    [Fact]
    public void Reads_the_largest_samples() => Assert.Equal([1, 0], Read([.. "P5 2 1 65535\n"u8, 255, 255, 0, 0]).Samples);

    [Fact]
    public void Reads_text_with_comments_anywhere() =>
        Assert.Equal([0.5, 1, 0.25], Read("P2 # by hand\n# 9 9\n3\t1\r\n4\n2 4#x\n 1\n# end\n"u8.ToArray()).Samples);

    [Fact]
    public void Reads_coloured_text() => Assert.Equal([1, 0, 0, 1, 0.5, 0], Read("P3\n2 1\n2\n2 0 1\n0 2 0"u8.ToArray()).Samples);

    // The one character behind the largest sample ends the header, even when a pixel looks like a blank.
    [Fact]
    public void Takes_a_pixel_that_looks_like_a_blank() => Assert.Equal([0.32, 0.1], Read([.. "P5 2 1 100\n"u8, 32, 10]).Samples);

    [Fact]
    public void Reads_a_packed_file()
    {
        using (var file = new GZipStream(File.Create(Path.Combine(_folder.Path, "a.pgm.gz")), CompressionMode.Compress)) file.Write([.. "P5 1 1 255\n"u8, 255]);
        Assert.Equal([1], PnmFile.Read(DataFile.Find(Path.Combine(_folder.Path, "a.pgm"), "data")).Samples);
    }

    [Theory]
    [InlineData("", "the file ends at byte 0, within the magic number", 0)]
    [InlineData("P4\n1 1\n", "the file begins with 'P4'", 0)]
    [InlineData("\u0089PNG", "the file begins with the bytes", 0)]
    [InlineData("P5\n0 1\n255\n", "the width is 0", 3)]
    [InlineData("P5\n1 70000\n255\n", "the height is 70000", 5)]
    [InlineData("P5\n1 1\n65536\n", "the largest sample is 65536", 7)]
    [InlineData("P5\n1 1\n0\n", "the largest sample is 0", 7)]
    [InlineData("P5\n1 x\n255\n", "byte 120 stands in the height", 5)]
    [InlineData("P5\n1234567890 1\n255\n", "the width has more than 9 digits", 12)]
    [InlineData("P5\n1 1", "the file ends at byte 6, within the largest sample", 6)]
    [InlineData("P5\n2 2\n9\nabc", "a sample is 97", 9)]
    [InlineData("P5\n2 2\n255\nabc", "the file ends at byte 14, within row 1 of 2", 13)]
    [InlineData("P5\n1 1\n255\nab", "the file goes on behind 1 rows", 12)]
    [InlineData("P2\n2 1\n255\n7", "the file ends at byte 12, within the sample 1 of 2", 12)]
    [InlineData("P2\n2 1\n255\n7 -7", "byte 45 stands in the sample 1 of 2", 13)]
    [InlineData("P2\n2 1\n5\n7 1", "the sample 0 of 2 is 7", 9)]
    [InlineData("P2\n1 1\n5\n1 1", "the file goes on behind 1 samples", 11)]
    [InlineData("P6\n65536 65536\n255\n", "the image has 65536 × 65536 pixels", 2)]
    public void Names_file_and_byte_of_what_is_wrong(string content, string found, int position)
    {
        var error = Assert.Throws<UserErrorException>(() => Read(Encoding.Latin1.GetBytes(content)));
        Assert.StartsWith(found, error.Found, StringComparison.Ordinal);
        Assert.Equal(position, int.Parse(error.Where[(error.Where.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
        Assert.StartsWith(Path.Combine(_folder.Path, "image.ppm"), error.Where, StringComparison.Ordinal);
    }

    private Picture Read(byte[] bytes)
    {
        var path = Path.Combine(_folder.Path, "image.ppm");
        File.WriteAllBytes(path, bytes);
        return PnmFile.Read(new DataFile(path));
    }
}
