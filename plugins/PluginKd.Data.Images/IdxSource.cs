namespace PluginKd.Data.Images;

/// <summary>Images in IDX files, as MNIST and USPS come: one file of images, one of labels, for training and for the test.</summary>
/// <remarks>
/// <para>Formula: pixel = byte ÷ scale, no unit; 0 to 1 for the scale of 255. Examples are images [1, H, W].</para>
/// <para>Source: LeCun, Bottou, Bengio and Haffner, Gradient-based learning applied to document recognition, Proc. IEEE 86 (1998), section III;
/// the format is the one described with the MNIST database. Departures: only files of bytes are read.</para>
/// </remarks>
/// <param name="settings">Files, scale, splits.</param>
[KdPlugin("idx", Settings = typeof(IdxSettings))]
public sealed class IdxSource(IdxSettings settings) : IDataSource
{
    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        if (settings.TestImages is null != settings.TestLabels is null)
            throw new UserErrorException($"test-{(settings.TestImages is null ? "labels" : "images")} is given alone", "both test-images and test-labels, or neither",
                $"data.test-{(settings.TestImages is null ? "images" : "labels")}", "name the other file, too");
        var train = Read("train", settings.TrainImages, settings.TrainLabels, context);
        var classes = LabelReader.FromTraining(train.Labels.Select(label => Bytes.Labels[label]), train.LabelFile.Path);
        var first = train.ToSplit(SplitRole.Train, classes, 0);
        if (settings.TestImages is null) return Bundle(first, null, classes, context);
        var test = Read("test", settings.TestImages, settings.TestLabels!, context);
        if ((test.Height, test.Width) != (train.Height, train.Width))
            throw new UserErrorException($"test images have {test.Height} × {test.Width} pixels", $"{train.Height} × {train.Width}, as the training images have",
                $"{test.ImageFile.Path}: byte 8", "give files of one data set");
        return Bundle(first, test.ToSplit(SplitRole.Test, classes, first.Count), classes, context);
    }

    private DataBundle Bundle(Split train, Split? test, LabelReader classes, StageContext context) =>
        new SplitShares(settings.ValidationShare, 0, settings.FewLabels).ToBundle(train, test is null ? [] : [test], classes.Classes, context);

    private IdxPart Read(string name, string images, string labels, StageContext context)
    {
        var imageFile = Find(images, $"{name}-images", context);
        var labelFile = Find(labels, $"{name}-labels", context);
        var pixels = new PixelStore(context.Files.Scratch, name: name);
        var (count, height, width) = IdxFile.ReadImages(imageFile, settings.Scale, pixels, context.Cancellation);
        return new(name, imageFile, labelFile, pixels, height, width, IdxFile.ReadLabels(labelFile, count, imageFile));
    }

    private DataFile Find(string file, string setting, StageContext context) =>
        DataFile.Find(context.PathOf(Path.Combine(settings.Path, file)), $"data.{setting}");

    private sealed record IdxPart(string Name, DataFile ImageFile, DataFile LabelFile, PixelStore Pixels, int Height, int Width, byte[] Labels)
    {
        public Split ToSplit(SplitRole role, LabelReader classes, long firstIndex) => new(Name, role, new DenseInputs(Pixels.Parts([1, Height, Width])),
            [.. Labels.Select((label, i) => classes.Read(Bytes.Labels[label], $"{LabelFile.Path}: byte {IdxFile.LabelByte(i)}"))],
            [.. Enumerable.Range(0, Labels.Length).Select(i => firstIndex + i)]);
    }
}
