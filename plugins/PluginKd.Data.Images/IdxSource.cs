namespace PluginKd.Data.Images;

/// <summary>Images in IDX files, as MNIST and USPS come: one file of images and one of labels, for training and for the test, or for each domain.</summary>
/// <remarks>
/// <para>Formula: pixel = byte ÷ scale, no unit; 0 to 1 for the scale of 255; resized then, if asked for, by area average where it shrinks and bilinearly where it grows.
/// Examples are images [1, H, W].</para>
/// <para>Source: LeCun, Bottou, Bengio and Haffner, Gradient-based learning applied to document recognition, Proc. IEEE 86 (1998), section III;
/// the format is the one described with the MNIST database. Departures: only files of bytes are read.</para>
/// </remarks>
/// <param name="settings">Files, scale, splits.</param>
[KdPlugin("idx", Settings = typeof(IdxSettings))]
public sealed class IdxSource(IdxSettings settings) : IDataSource
{
    private SplitShares Shares => new(settings.ValidationShare, settings.TestShare, settings.FewLabels);

    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        RequirePair("train", settings.TrainImages, settings.TrainLabels);
        RequirePair("test", settings.TestImages, settings.TestLabels);
        var roles = new DomainRoles(settings.TestDomains, settings.UnlabelledDomains);
        string[] domains = [.. settings.Domains.Select(domain => domain.Name)];
        FileSettings.Check("train-images", settings.TrainImages, settings.TestImages, settings.TestShare, settings.TestLimit, domains, roles);
        var resizer = Resizer.FromSetting(settings.Resize);
        return domains.Length > 0 ? LoadDomains(resizer, roles, context) : LoadSplits(resizer, context);
    }

    private DataBundle LoadSplits(Resizer? resizer, StageContext context)
    {
        var train = Read("train", "train-", settings.TrainImages!, settings.TrainLabels!, resizer, context);
        var classes = LabelReader.FromTraining(train.Names, train.LabelFile.Path);
        var records = new RecordClasses(settings.OnError, context.Log);
        var first = train.ToSplit(SplitRole.Train, classes, records, 0);
        if (settings.TestImages is null) return Shares.ToBundle(first, [], classes.Classes, context);
        var test = Read("test", "test-", settings.TestImages, settings.TestLabels!, resizer, context);
        test.RequireSize(train);
        return Shares.ToBundle(first, [FileSettings.Limited(test.ToSplit(SplitRole.Test, classes, records, train.Labels.Length), settings.TestLimit)], classes.Classes, context);
    }

    private DataBundle LoadDomains(Resizer? resizer, DomainRoles roles, StageContext context)
    {
        var parts = settings.Domains.Select((domain, i) => Read($"domain-{i}", $"domains.{i}.", domain.Images, domain.Labels, resizer, context)).ToList();
        foreach (var part in parts) part.RequireSize(parts[0]);
        var trained = parts.Where((_, i) => roles.IsTrained(settings.Domains[i].Name)).ToList();
        var classes = LabelReader.FromTraining(trained.SelectMany(part => part.Names), trained[0].LabelFile.Path);
        var records = new RecordClasses(settings.OnError, context.Log);
        ImageSet[] sets = [.. parts.Select((part, i) => (Name: settings.Domains[i].Name, part)).Select(one =>
            new ImageSet(one.Name, one.part.Inputs, roles.IsLabelled(one.Name) ? (one.part with { Name = one.Name }).Numbers(classes, records) : null))];
        return ImageSet.ToBundle(sets, roles, classes.Classes, Shares, context);
    }

    private IdxPart Read(string name, string setting, string images, string labels, Resizer? resizer, StageContext context)
    {
        var imageFile = Find(images, $"{setting}images", context);
        var labelFile = Find(labels, $"{setting}labels", context);
        var pixels = new RowStore(context.Files.Scratch, name: name);
        var (count, height, width) = IdxFile.ReadImages(imageFile, settings.Scale, resizer, pixels, context.Cancellation);
        return new(name, imageFile, labelFile, pixels, height, width, IdxFile.ReadLabels(labelFile, count, imageFile));
    }

    private DataFile Find(string file, string setting, StageContext context) =>
        DataFile.Find(context.PathOf(Path.Combine(settings.Path, file)), $"data.{setting}");

    private static void RequirePair(string split, string? images, string? labels)
    {
        if (images is null == labels is null) return;
        var (given, missing) = images is null ? ("labels", "images") : ("images", "labels");
        throw new UserErrorException($"{split}-{given} is given alone", $"both {split}-images and {split}-labels, or neither", $"data.{split}-{missing}", "name the other file, too");
    }
}
