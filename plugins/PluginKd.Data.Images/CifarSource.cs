namespace PluginKd.Data.Images;

/// <summary>Coloured images of 32 × 32 pixels in CIFAR binary files.</summary>
/// <remarks>
/// <para>Formula: pixel = (byte ÷ 255 − mean of the channel) ÷ deviation of the channel, no unit; 0 to 1 without normalisation. Examples are images [3, 32, 32].</para>
/// <para>Source: Krizhevsky, Learning multiple layers of features from tiny images, technical report, University of Toronto (2009), chapter 3.
/// Departures: none for CIFAR-10; CIFAR-100, with two label bytes a record, is not read.</para>
/// </remarks>
/// <param name="settings">Files, normalisation, splits.</param>
[KdPlugin("cifar", Settings = typeof(CifarSettings))]
public sealed class CifarSource(CifarSettings settings) : IDataSource
{
    private const double Largest = 255;

    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        var (mean, deviation) = (ChannelScale.Of(settings.Mean, CifarFile.Channels, "mean", 0), ChannelScale.Of(settings.Deviation, CifarFile.Channels, "deviation", 1));
        float[][] values = [.. mean.Zip(deviation, (m, d) => Bytes.Scaled(Largest, m, d))];
        var named = settings.Classes is { } file ? CifarClasses.Read(Find(file, "classes", context)) : null;
        var (pixels, labels) = Read("train", settings.Train, values, context);
        var classes = named ?? CifarClasses.Of(labels);
        var train = ToSplit("train", SplitRole.Train, pixels, classes.Numbers(labels), 0);
        if (settings.Test.Count == 0) return Bundle(train, null, classes, context);
        var (testPixels, testLabels) = Read("test", settings.Test, values, context);
        return Bundle(train, ToSplit("test", SplitRole.Test, testPixels, classes.Numbers(testLabels), train.Count), classes, context);
    }

    private DataBundle Bundle(Split train, Split? test, CifarClasses classes, StageContext context) =>
        new SplitShares(settings.ValidationShare, 0, settings.FewLabels).ToBundle(train, test is null ? [] : [test], classes.Names, context);

    private (PixelStore Pixels, CifarLabels Labels) Read(string name, IReadOnlyList<string> files, float[][] values, StageContext context)
    {
        var (pixels, labels) = (new PixelStore(context.Files.Scratch, name: name), new CifarLabels());
        for (var i = 0; i < files.Count; i++) CifarFile.Read(Find(files[i], $"{name}.{i}", context), values, pixels, labels, context.Cancellation);
        return labels.All.Count > 0 ? (pixels, labels)
            : throw new UserErrorException($"data.{name} names no file", "at least one", $"data.{name}", "name the files, such as data_batch_1.bin");
    }

    private DataFile Find(string file, string setting, StageContext context) =>
        DataFile.Find(context.PathOf(Path.Combine(settings.Path, file)), $"data.{setting}");

    private static Split ToSplit(string name, SplitRole role, PixelStore pixels, int[] labels, long firstIndex) => new(name, role,
        new DenseInputs(pixels.Parts([CifarFile.Channels, CifarFile.Side, CifarFile.Side])), labels,
        [.. Enumerable.Range(0, labels.Length).Select(i => firstIndex + i)]);
}
