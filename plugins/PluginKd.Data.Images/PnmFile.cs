namespace PluginKd.Data.Images;

/// <summary>Reads PGM and PPM images: P2 and P5 grey, P3 and P6 coloured, written as text or as bytes, samples of up to 16 bits.</summary>
/// <remarks>
/// Header: magic, width, height, the largest sample (1 to 65535), apart by blanks or lines; <c>#</c> begins a comment to the end of its line.
/// Samples stand row by row, red, green and blue of a pixel together; those of bytes take two, the higher first, when the largest is above 255.
/// Source: the Netpbm project's pages pgm(5) and ppm(5). Departure: one image a file.
/// </remarks>
internal static class PnmFile
{
    private const int LongestSide = 65_536;
    private const int LargestSample = 65_535;

    /// <summary>Ends of the names of files that are read; each may have <c>.gz</c> behind it.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".ppm", ".pgm"];

    /// <summary>Reads one image.</summary>
    /// <param name="file">The file, packed by gzip or not.</param>
    /// <returns>Samples divided by the largest, 0 to 1, one whole plane after another.</returns>
    /// <exception cref="UserErrorException">It is none of these formats, or damaged; with the byte.</exception>
    public static Picture Read(DataFile file)
    {
        using var reader = new ByteReader(file);
        var magic = new byte[2];
        reader.Fill(magic, "the magic number");
        var (isText, channels) = (magic[0], magic[1]) switch
        {
            ((byte)'P', (byte)'2') => (true, 1),
            ((byte)'P', (byte)'3') => (true, 3),
            ((byte)'P', (byte)'5') => (false, 1),
            ((byte)'P', (byte)'6') => (false, 3),
            _ => throw new UserErrorException($"the file begins with {Show(magic)}", "P2 or P5 (grey), P3 or P6 (coloured): a PGM or PPM image", reader.At(0),
                "convert the image, for example: magick IMAGE OUT.ppm"),
        };
        var words = new PnmWords(reader);
        var width = words.Number("width", 1, LongestSide);
        var height = words.Number("height", 1, LongestSide);
        var largest = words.Number("largest sample", 1, LargestSample);
        if ((long)height * width * channels > Array.MaxLength / sizeof(double))
            throw new UserErrorException($"the image has {height} × {width} pixels", $"at most {Array.MaxLength / sizeof(double) / channels}", reader.At(2), "make it smaller before");
        var picture = new Picture(channels, height, width, new double[channels * height * width]);
        var scaled = new Planes(picture, largest);
        if (isText) ReadText(words, scaled);
        else ReadBytes(reader, scaled);
        return picture;
    }

    private static void ReadText(PnmWords words, Planes planes)
    {
        for (var i = 0; i < planes.Count; i++) planes.Set(i, words.Number($"sample {i} of {planes.Count}", 0, planes.Largest));
        words.End($"{planes.Count} samples");
    }

    private static void ReadBytes(ByteReader reader, Planes planes)
    {
        var size = planes.Largest > byte.MaxValue ? 2 : 1;
        var (start, row) = (reader.Position, new byte[planes.Count / planes.Rows * size]);
        for (var (y, i) = (0, 0); y < planes.Rows; y++)
        {
            reader.Fill(row, $"row {y} of {planes.Rows}");
            for (var at = 0; at < row.Length; at += size, i++)
            {
                var sample = size == 1 ? row[at] : (row[at] << 8) | row[at + 1];
                if (sample > planes.Largest) throw TooLarge(sample, planes.Largest, reader.At(start + ((long)i * size)));
                planes.Set(i, sample);
            }
        }

        reader.End($"{planes.Rows} rows");
    }

    private static UserErrorException TooLarge(int sample, int largest, string where) =>
        new($"a sample is {sample}", $"at most {largest}, which the header calls the largest", where, "copy or download the file again");

    private static string Show(byte[] magic) => Array.TrueForAll(magic, b => b is > 32 and < 127) ? $"'{(char)magic[0]}{(char)magic[1]}'" : $"the bytes {magic[0]} {magic[1]}";

    /// <summary>Puts samples, which stand pixel by pixel, into planes.</summary>
    private sealed class Planes(Picture picture, int largest)
    {
        private readonly int _plane = picture.Height * picture.Width;

        public int Count => picture.Samples.Length;

        public int Rows => picture.Height;

        public int Largest => largest;

        public void Set(int i, int sample) => picture.Samples[(i % picture.Channels * _plane) + (i / picture.Channels)] = (double)sample / largest;
    }
}
