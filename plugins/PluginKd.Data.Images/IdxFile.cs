namespace PluginKd.Data.Images;

/// <summary>Reads files of the IDX format: a magic number, counts (32 bits, the highest byte first), then bytes.</summary>
/// <remarks>Source: LeCun, Cortes and Burges, The MNIST database of handwritten digits (1998), section on file formats.</remarks>
internal static class IdxFile
{
    private const int ImageMagic = 0x0803;
    private const int LabelMagic = 0x0801;
    private const int LongestSide = 65_536;

    /// <summary>Reads images of one byte a pixel, one after the other.</summary>
    /// <param name="file">The file.</param>
    /// <param name="scale">Number that pixels are divided by.</param>
    /// <param name="resizer">The size that they are brought to; null leaves them as they are.</param>
    /// <param name="pixels">Where they go.</param>
    /// <param name="cancellation">The wish to stop.</param>
    /// <returns>Number, height and width of the images, as they go there.</returns>
    public static (int Count, int Height, int Width) ReadImages(DataFile file, double scale, Resizer? resizer, RowStore pixels, CancellationToken cancellation)
    {
        using var reader = new ByteReader(file);
        Expect(reader, ImageMagic, "images");
        var (count, height, width) = (Size(reader, "number of images", int.MaxValue), Size(reader, "height", LongestSide), Size(reader, "width", LongestSide));
        if ((long)height * width > Array.MaxLength)
            throw new UserErrorException($"an image has {height} × {width} pixels", $"at most {Array.MaxLength}", reader.At(8), "check that the file is one of images");
        if (resizer is not null && (resizer.Height, resizer.Width) == (height, width)) resizer = null;
        var (newHeight, newWidth) = (resizer?.Height ?? height, resizer?.Width ?? width);
        var (bytes, numbers) = (new byte[height * width], new float[newHeight * newWidth]);
        var turn = resizer is null ? Scaling(scale) : Resizing(scale, resizer, height, width);
        for (var image = 0; image < count; image++)
        {
            cancellation.ThrowIfCancellationRequested();
            reader.Fill(bytes, $"image {image} of {count}");
            turn(bytes, numbers);
            pixels.Add(numbers);
            pixels.EndRow(numbers.Length);
        }

        reader.End($"{count} images of {height} × {width} pixels");
        return (count, newHeight, newWidth);
    }

    /// <summary>Reads labels of one byte each.</summary>
    /// <param name="file">The file.</param>
    /// <param name="images">Number of images that they belong to.</param>
    /// <param name="imageFile">File of the images.</param>
    public static byte[] ReadLabels(DataFile file, int images, DataFile imageFile)
    {
        using var reader = new ByteReader(file);
        Expect(reader, LabelMagic, "labels");
        var count = Size(reader, "number of labels", int.MaxValue);
        if (count != images)
            throw new UserErrorException($"there are {count} labels for {images} images of {imageFile.Path}", "as many labels as images", reader.At(4),
                "give the two files that belong together");
        var labels = new byte[count];
        reader.Fill(labels, $"{count} labels");
        reader.End($"{count} labels");
        return labels;
    }

    /// <summary>Byte of a label in its file.</summary>
    /// <param name="position">Position of the example.</param>
    public static long LabelByte(int position) => 8L + position;

    private static Action<byte[], float[]> Scaling(double scale)
    {
        var values = Bytes.Scaled(scale);
        return (bytes, numbers) =>
        {
            for (var i = 0; i < bytes.Length; i++) numbers[i] = values[bytes[i]];
        };
    }

    private static Action<byte[], float[]> Resizing(double scale, Resizer resizer, int height, int width)
    {
        var (plane, resized) = (new double[height * width], new double[resizer.Height * resizer.Width]);
        return (bytes, numbers) =>
        {
            for (var i = 0; i < bytes.Length; i++) plane[i] = bytes[i] / scale;
            resizer.Resize(plane, height, width, resized);
            for (var i = 0; i < resized.Length; i++) numbers[i] = (float)resized[i];
        };
    }

    private static void Expect(ByteReader reader, int magic, string kind)
    {
        var found = reader.Number("the magic number");
        if (found != magic)
            throw new UserErrorException($"the magic number is {found}", $"{magic}, as IDX files of {kind} have ({ImageMagic} images, {LabelMagic} labels, one byte each)",
                reader.At(0), $"give an IDX file of {kind} here");
    }

    private static int Size(ByteReader reader, string what, int most)
    {
        var found = reader.Number($"the {what}");
        return found >= 1 && found <= most ? found
            : throw new UserErrorException($"the {what} is {found}", most == int.MaxValue ? "1 or more" : $"1 to {most}", reader.At(reader.Position - sizeof(int)),
                "copy or download the file again");
    }
}
