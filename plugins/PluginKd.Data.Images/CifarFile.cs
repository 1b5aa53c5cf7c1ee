namespace PluginKd.Data.Images;

/// <summary>Reads CIFAR binary files: records of a label byte, then the planes of red, green and blue, 32 × 32 bytes each, row by row.</summary>
/// <remarks>Source: Krizhevsky, Learning multiple layers of features from tiny images (2009); the format is the one described with CIFAR-10's binary version.</remarks>
internal static class CifarFile
{
    /// <summary>Planes of an image.</summary>
    public const int Channels = 3;

    /// <summary>Height and width of an image, pixels.</summary>
    public const int Side = 32;

    private const int Plane = Side * Side;
    private const int Record = 1 + (Channels * Plane);

    /// <summary>Reads one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="values">For each channel, what the 256 values of a byte stand for.</param>
    /// <param name="pixels">Where the images go.</param>
    /// <param name="labels">Where the labels go, each with its place in the file.</param>
    /// <param name="cancellation">The wish to stop.</param>
    public static void Read(DataFile file, float[][] values, RowStore pixels, CifarLabels labels, CancellationToken cancellation)
    {
        using var reader = new ByteReader(file);
        var (bytes, numbers) = (new byte[Record], new float[Channels * Plane]);
        labels.Begin(file);
        for (var record = 0; reader.TryFill(bytes, $"record {record}, one of {Record} bytes"); record++)
        {
            cancellation.ThrowIfCancellationRequested();
            labels.Add(bytes[0]);
            for (var i = 0; i < numbers.Length; i++) numbers[i] = values[i / Plane][bytes[1 + i]];
            pixels.Add(numbers);
            pixels.EndRow(numbers.Length);
        }

        if (reader.Position == 0)
            throw new UserErrorException("the file is empty", $"records of {Record} bytes", reader.At(0), "copy or download the file again");
    }

    /// <summary>Byte at which a record, and so its label, stands.</summary>
    /// <param name="record">Number of the record in its file.</param>
    public static long LabelByte(int record) => (long)record * Record;
}
