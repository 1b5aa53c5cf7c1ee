namespace PluginKd.Data.Images;

/// <summary>Coloured images of 32 × 32 pixels in CIFAR binary files, of one data set or of several domains.</summary>
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

    private SplitShares Shares => new(settings.ValidationShare, settings.TestShare, settings.FewLabels);

    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        var (mean, deviation) = (ChannelScale.Of(settings.Mean, CifarFile.Channels, "mean", 0), ChannelScale.Of(settings.Deviation, CifarFile.Channels, "deviation", 1));
        float[][] values = [.. mean.Zip(deviation, (m, d) => Bytes.Scaled(Largest, m, d))];
        var roles = new DomainRoles(settings.TestDomains, settings.UnlabelledDomains);
        string[] domains = [.. settings.Domains.Select(domain => domain.Name)];
        FileSettings.Check("train", settings.Train.FirstOrDefault(), settings.Test.FirstOrDefault(), settings.TestShare, settings.TestLimit, domains, roles);
        var named = settings.Classes is { } file ? CifarClasses.Read(Find(file, "classes", context)) : null;
        return domains.Length > 0 ? LoadDomains(values, named, roles, context) : LoadSplits(values, named, context);
    }

    private DataBundle LoadSplits(float[][] values, CifarClasses? named, StageContext context)
    {
        var (pixels, labels) = Read("train", "train", settings.Train, values, context);
        var (classes, records) = (named ?? CifarClasses.Of([labels]), new RecordClasses(settings.OnError, context.Log));
        var train = ToSplit("train", SplitRole.Train, pixels, classes.Numbers("train", labels, records), 0);
        if (settings.Test.Count == 0) return Shares.ToBundle(train, [], classes.Names, context);
        var (testPixels, testLabels) = Read("test", "test", settings.Test, values, context);
        var test = ToSplit("test", SplitRole.Test, testPixels, classes.Numbers("test", testLabels, records), labels.All.Count);
        return Shares.ToBundle(train, [FileSettings.Limited(test, settings.TestLimit)], classes.Names, context);
    }

    private DataBundle LoadDomains(float[][] values, CifarClasses? named, DomainRoles roles, StageContext context)
    {
        (CifarDomain Domain, RowStore Pixels, CifarLabels Labels)[] read = [.. settings.Domains.Select((domain, i) =>
        {
            var (pixels, labels) = Read($"domain-{i}", $"domains.{i}.files", domain.Files, values, context);
            return (domain, pixels, labels);
        })];
        var classes = named ?? CifarClasses.Of([.. read.Where(one => roles.IsTrained(one.Domain.Name)).Select(one => one.Labels)]);
        var records = new RecordClasses(settings.OnError, context.Log);
        ImageSet[] sets = [.. read.Select(one =>
            new ImageSet(one.Domain.Name, Inputs(one.Pixels), roles.IsLabelled(one.Domain.Name) ? classes.Numbers(one.Domain.Name, one.Labels, records) : null))];
        return ImageSet.ToBundle(sets, roles, classes.Names, Shares, context);
    }

    private (RowStore Pixels, CifarLabels Labels) Read(string name, string setting, IReadOnlyList<string> files, float[][] values, StageContext context)
    {
        var (pixels, labels) = (new RowStore(context.Files.Scratch, name: name), new CifarLabels());
        for (var i = 0; i < files.Count; i++) CifarFile.Read(Find(files[i], $"{setting}.{i}", context), values, pixels, labels, context.Cancellation);
        return (pixels, labels);
    }

    private DataFile Find(string file, string setting, StageContext context) =>
        DataFile.Find(context.PathOf(Path.Combine(settings.Path, file)), $"data.{setting}");

    private static DenseInputs Inputs(RowStore pixels) => new(pixels.Parts([CifarFile.Channels, CifarFile.Side, CifarFile.Side]));

    private static Split ToSplit(string name, SplitRole role, RowStore pixels, int[] labels, long firstIndex) =>
        RecordClasses.Kept(new(name, role, Inputs(pixels), labels, [.. Enumerable.Range(0, labels.Length).Select(i => firstIndex + i)]));
}
