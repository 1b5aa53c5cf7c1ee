namespace PluginKd.Data.Images;

/// <summary>Reads folders of images one file at a time; the first image says which shape all have.</summary>
/// <param name="settings">Size, normalisation, what to do with bad files.</param>
/// <param name="context">Scratch folder, log, the wish to stop.</param>
internal sealed class FolderReader(ImageFolderSettings settings, StageContext context)
{
    private readonly SkippedEntries _skipped = new(settings.OnError, "images", context.Log);
    private readonly Resizer? _resizer = Resizer.FromSetting(settings.Resize);
    private (Picture Picture, string File)? _first;
    private double[] _mean = [];
    private double[] _deviation = [];
    private int _sets;
    private int _kept;

    /// <summary>Reads a folder that has one for each class.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="setting">Setting that names it.</param>
    public FolderImages ReadClasses(string folder, string setting)
    {
        var images = new FolderImages(NewStore(), ImageTree.Folders(folder, setting, "class"));
        for (var i = 0; i < images.Folders.Count; i++) Read(images, i, ImageTree.Files(images.Folders[i], setting));
        return images;
    }

    /// <summary>Reads a folder with nothing but images.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="setting">Setting that names it.</param>
    public FolderImages ReadPlain(string folder, string setting)
    {
        var images = new FolderImages(NewStore(), [folder]);
        Read(images, 0, ImageTree.Files(folder, setting));
        return images;
    }

    /// <summary>Reads some files of a folder.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="files">Their paths.</param>
    /// <returns>The images, and the positions among the files of those that could be used.</returns>
    public (FolderImages Images, IReadOnlyList<int> Read) ReadFiles(string folder, IReadOnlyList<string> files)
    {
        var images = new FolderImages(NewStore(), [folder]);
        return (images, Read(images, 0, files));
    }

    /// <summary>The images of a folder as tensors; asked for when all are read.</summary>
    /// <param name="images">What was read.</param>
    /// <exception cref="UserErrorException">None could be used.</exception>
    public DenseInputs Inputs(FolderImages images) => images.Count > 0 && _first is { } first
        ? new DenseInputs(images.Pixels.Parts([first.Picture.Channels, first.Picture.Height, first.Picture.Width]))
        : throw new UserErrorException("none of the images could be used", "at least one image", images.Folders[0], "look at the warnings in the log, and mend the files");

    /// <summary>Says how many files were left out.</summary>
    /// <exception cref="UserErrorException">More than were kept: then it is rather the settings that are wrong.</exception>
    public void Finish()
    {
        _skipped.Report(_kept);
        if (_skipped.Count > _kept)
            throw new UserErrorException($"{_skipped.Count} of {_skipped.Count + _kept} files cannot be used", "fewer bad files than good ones", "data.on-error",
                "look at the warnings in the log; data.on-error=refuse stops at the first of them");
    }

    private RowStore NewStore() => new(context.Files.Scratch, name: $"images-{_sets++}");

    private List<int> Read(FolderImages images, int folder, IReadOnlyList<string> files)
    {
        var read = new List<int>(files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            var file = files[i];
            context.Cancellation.ThrowIfCancellationRequested();
            Picture picture;
            try
            {
                picture = Checked(ReadOne(file), file);
            }
            catch (UserErrorException problem)
            {
                _skipped.Add(problem);
                continue;
            }

            Add(images.Pixels, picture);
            images.EndImage(folder);
            _kept++;
            read.Add(i);
        }

        return read;
    }

    private Picture ReadOne(string file)
    {
        if (!ImageTree.IsImage(file))
            throw new UserErrorException("the name is none of a PGM or PPM image", "a name that ends in .pgm or .ppm, or in .gz behind it", file,
                "convert the image, for example: magick IMAGE OUT.ppm; or move the file away");
        var read = PnmFile.Read(new DataFile(file));
        var picture = settings.GreyAsRgb ? read.InColours() : read;
        return _resizer is null ? picture : picture.Resized(_resizer);
    }

    private Picture Checked(Picture picture, string file)
    {
        if (_first is not { } first)
        {
            _first = (picture with { Samples = [] }, file);
            return picture;
        }

        if ((picture.Channels, picture.Height, picture.Width) == (first.Picture.Channels, first.Picture.Height, first.Picture.Width)) return picture;
        throw new UserErrorException($"the image has {picture.Words}", $"{first.Picture.Words}, as '{first.File}' has", file,
            picture.Channels != first.Picture.Channels ? "set data.grey-as-rgb to true, or keep grey and coloured images apart" : "set data.resize to a height and a width, such as [ 32, 32 ]");
    }

    private void Add(RowStore pixels, Picture picture)
    {
        // Of the first image; a setting that does not fit it is no fault of the file.
        if (_mean.Length == 0) (_mean, _deviation) = (ChannelScale.Of(settings.Mean, picture.Channels, "mean", 0), ChannelScale.Of(settings.Deviation, picture.Channels, "deviation", 1));
        var (plane, row) = (picture.Height * picture.Width, new float[picture.Samples.Length]);
        for (var i = 0; i < row.Length; i++) row[i] = (float)((picture.Samples[i] - _mean[i / plane]) / _deviation[i / plane]);
        pixels.Add(row);
        pixels.EndRow(row.Length);
    }
}
