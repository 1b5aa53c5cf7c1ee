namespace PluginKd.Data.Images;

/// <summary>Reads the images of a split from files of records.</summary>
/// <param name="settings">Files, shape, normalisation.</param>
/// <param name="context">Scratch folder, the wish to stop.</param>
internal sealed class RecordImages(ImageCaptionsSettings settings, StageContext context) : INamedPixels
{
    private const double Largest = 255;

    private readonly Dictionary<string, RowStore> _pixels = [];

    private long[] Shape => settings.RecordShape is [1 or 3, var height, var width] shape && (long)height * width <= Resizer.MostPixels ? [.. shape.Select(side => (long)side)]
        : throw new UserErrorException($"data.record-shape is [{string.Join(", ", settings.RecordShape)}]", $"channels (1 or 3), height and width, of at most {Resizer.MostPixels} pixels", "data.record-shape", "give all three, such as [ 3, 32, 32 ]");

    /// <inheritdoc />
    public IReadOnlyList<int> Read(string split, NamedImages images, IReadOnlyList<string> names)
    {
        var shape = Shape;
        if (images.Records.Count == 0)
            throw new UserErrorException($"data.{split} names no files of records, and there is no folder of images", "one of them", $"data.{split}.records", "name the files, or a folder in data.folder");
        var (mean, deviation) = (ChannelScale.Of(settings.Mean, (int)shape[0], "mean", 0), ChannelScale.Of(settings.Deviation, (int)shape[0], "deviation", 1));
        float[][] values = [.. mean.Zip(deviation, (m, d) => Bytes.Scaled(Largest, m, d))];
        var (pixels, count) = (_pixels[split] = new RowStore(context.Files.Scratch, name: split), 0);
        for (var i = 0; i < images.Records.Count; i++)
        {
            var file = DataFile.Find(context.PathOf(Path.Combine(settings.Path, images.Records[i])), $"data.{split}.records.{i}");
            count += RecordFile.Read(file, values, (int)(shape[1] * shape[2]), pixels, context.Cancellation);
        }

        return count == names.Count ? [.. Enumerable.Range(0, count)]
            : throw new UserErrorException($"the files hold {count} images of {string.Join(" × ", shape)} bytes, and {names.Count} are named", "as many as names", $"data.{split}.records",
                "name all files of the split in their order, and check data.record-shape");
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Finish() => [];

    /// <inheritdoc />
    public DenseInputs Inputs(string split) => new(_pixels[split].Parts(Shape));
}
