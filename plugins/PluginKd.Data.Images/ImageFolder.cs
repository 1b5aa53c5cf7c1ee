namespace PluginKd.Data.Images;

/// <summary>Images in folders named like their classes, one PGM or PPM file an image, packed by gzip or not.</summary>
/// <remarks>
/// <para>Formula: pixel = (sample ÷ largest sample − mean of the channel) ÷ deviation of the channel, no unit; 0 to 1 without normalisation.
/// With <c>resize</c> sample ÷ largest is resized before: where it shrinks by area average, where it grows bilinearly. Examples are images [C, H, W], C 1 or 3.</para>
/// <para>Classes are ordered by their folders' names, as numbers when all are whole numbers; images by the names of their files.</para>
/// <para>Source: the Netpbm project's formats pgm(5) and ppm(5). There is no paper.</para>
/// </remarks>
/// <param name="settings">Folders, size, normalisation, splits.</param>
[KdPlugin("image-folder", Settings = typeof(ImageFolderSettings))]
public sealed class ImageFolder(ImageFolderSettings settings) : IDataSource
{
    private SplitShares Shares => new(settings.ValidationShare, settings.TestShare, settings.FewLabels);

    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        CheckSettings();
        var root = context.PathOf(settings.Path);
        var reader = new FolderReader(settings, context);
        return settings.Domains ? LoadDomains(reader, root, context) : LoadSplits(reader, root, context);
    }

    private DataBundle LoadSplits(FolderReader reader, string root, StageContext context)
    {
        string Folder(string? name) => name is null ? root : Path.Combine(root, name);
        var train = reader.ReadClasses(Folder(settings.Train), settings.Train is null ? "data.path" : "data.train");
        var validation = settings.Validation is null ? null : reader.ReadClasses(Folder(settings.Validation), "data.validation");
        var test = settings.Test is null ? null : reader.ReadClasses(Folder(settings.Test), "data.test");
        var unlabelled = settings.Unlabelled is null ? null : reader.ReadPlain(Folder(settings.Unlabelled), "data.unlabelled");
        reader.Finish();
        var inputs = reader.Inputs(train);
        var classes = LabelReader.FromTraining(train.Names, Folder(settings.Train));
        var first = 0L;
        Split Make(FolderImages images, DenseInputs inputs, string name, SplitRole role)
        {
            long[] indices = [.. Enumerable.Range(0, images.Count).Select(i => first + i)];
            first += images.Count;
            return new(name, role, inputs, role == SplitRole.Unlabelled ? null : images.Labels(classes), indices);
        }

        var all = Make(train, inputs, "train", SplitRole.Train);
        List<Split> others = [];
        if (validation is not null) others.Add(Make(validation, reader.Inputs(validation), "validation", SplitRole.Validation));
        if (test is not null) others.Add(Make(test, reader.Inputs(test), "test", SplitRole.Test));
        if (unlabelled is not null) others.Add(Make(unlabelled, reader.Inputs(unlabelled), "unlabelled", SplitRole.Unlabelled));
        return Shares.ToBundle(all, others, classes.Classes, context);
    }

    private DataBundle LoadDomains(FolderReader reader, string root, StageContext context)
    {
        var folders = ImageTree.Folders(root, "data.path", "domain");
        string[] names = [.. folders.Select(folder => Path.GetFileName(folder))];
        var roles = new DomainRoles(settings.TestDomains, settings.UnlabelledDomains);
        roles.Check(names);
        FolderImages[] read = [.. folders.Select(folder => reader.ReadClasses(folder, "data.path"))];
        reader.Finish();
        var classes = LabelReader.FromTraining(read.Where((_, i) => roles.IsTrained(names[i])).SelectMany(images => images.Names), root);
        ImageSet[] sets = [.. read.Select((images, i) => new ImageSet(names[i], reader.Inputs(images), roles.IsLabelled(names[i]) ? images.Labels(classes) : null))];
        return ImageSet.ToBundle(sets, roles, classes.Classes, Shares, context);
    }

    private void CheckSettings()
    {
        if (settings.Domains && (settings.Train ?? settings.Validation ?? settings.Test ?? settings.Unlabelled) is { } folder)
            throw new UserErrorException($"folder '{folder}' is named for a split, and data.domains is set", "a folder for each split, or one for each domain", "data.domains",
                "remove one; data.test-domains and data.test-share make the test splits of domains");
        if (!settings.Domains && settings.TestDomains.Concat(settings.UnlabelledDomains).FirstOrDefault() is { } domain)
            throw new UserErrorException($"domain '{domain}' is named, and data.domains is not set", "a folder for each domain in data.path", "data.domains", "set data.domains to true");
        if (settings is { Train: null } && (settings.Validation ?? settings.Test ?? settings.Unlabelled) is { } alone)
            throw new UserErrorException($"folder '{alone}' is named and none for training", "data.train beside it", "data.train", "name the folder of the training images, too");
        if (settings is { Test: not null, TestShare: > 0 })
            throw new UserErrorException("both a test folder and a test share are given", "one of them", "data.test-share", "remove one");
        if (settings is { Validation: not null, ValidationShare: > 0 })
            throw new UserErrorException("both a validation folder and a validation share are given", "one of them", "data.validation-share", "remove one");
    }
}
