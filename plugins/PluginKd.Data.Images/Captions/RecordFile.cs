namespace PluginKd.Data.Images;

/// <summary>Reads images of one size that stand one behind the other without anything between: planes, row by row, a byte a pixel.</summary>
internal static class RecordFile
{
    /// <summary>Reads one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="values">For each channel, what the 256 values of a byte stand for.</param>
    /// <param name="plane">Pixels of a plane.</param>
    /// <param name="pixels">Where the images go.</param>
    /// <param name="cancellation">The wish to stop.</param>
    /// <returns>Number of images.</returns>
    /// <exception cref="UserErrorException">The file ends within an image.</exception>
    public static int Read(DataFile file, float[][] values, int plane, RowStore pixels, CancellationToken cancellation)
    {
        using var reader = new ByteReader(file);
        var (bytes, numbers, count) = (new byte[values.Length * plane], new float[values.Length * plane], 0);
        for (; reader.TryFill(bytes, $"record {count}, one of {bytes.Length} bytes"); count++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < numbers.Length; i++) numbers[i] = values[i / plane][bytes[i]];
            pixels.Add(numbers);
            pixels.EndRow(numbers.Length);
        }

        return count;
    }
}
