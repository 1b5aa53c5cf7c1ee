namespace PluginKd.Data.Images;

/// <summary>Finds named images in a folder of PGM and PPM files, whatever the ending of the name: captions often name files of another format.</summary>
internal sealed class FolderOfImages : INamedPixels
{
    private readonly string _folder;
    private readonly SkippedEntries _skipped;
    private readonly FolderReader _reader;
    private readonly Dictionary<string, string> _files = [];
    private readonly HashSet<string> _used = [];
    private readonly Dictionary<string, FolderImages> _images = [];

    /// <summary>Lists the files of the folder.</summary>
    /// <param name="settings">Folder, size, normalisation.</param>
    /// <param name="skipped">Takes names without a file.</param>
    /// <param name="context">Scratch folder, log, the wish to stop.</param>
    public FolderOfImages(ImageCaptionsSettings settings, SkippedEntries skipped, StageContext context)
    {
        (_folder, _skipped) = (context.PathOf(Path.Combine(settings.Path, settings.Folder!)), skipped);
        _reader = new FolderReader(new() { Path = settings.Path, Resize = settings.Resize, GreyAsRgb = settings.GreyAsRgb, Mean = settings.Mean, Deviation = settings.Deviation, OnError = settings.OnError }, context);
        foreach (var file in ImageTree.Files(_folder, "data.folder").Where(ImageTree.IsImage))
        {
            if (!_files.TryAdd(Stem(Path.GetFileName(file)), file))
                throw new UserErrorException($"two files are called '{Stem(Path.GetFileName(file))}'", "one file an image, whatever its ending", file, "move one of them away");
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<int> Read(string split, NamedImages images, IReadOnlyList<string> names)
    {
        if (images.Records.Count > 0)
            throw new UserErrorException($"data.{split} names files of records, and data.folder a folder of images", "one of them", $"data.{split}.records", "remove one");
        var (found, files) = (new List<int>(), new List<string>());
        for (var i = 0; i < names.Count; i++)
        {
            if (_files.TryGetValue(Stem(names[i]), out var file))
            {
                found.Add(i);
                files.Add(file);
                _used.Add(Stem(names[i]));
            }
            else
            {
                _skipped.Add(new($"there is no image '{names[i]}'", "a PGM or PPM file of that name, whatever the ending of the name", _folder, "add the file"));
            }
        }

        (_images[split], var read) = _reader.ReadFiles(_folder, files);
        return [.. read.Select(position => found[position])];
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Finish()
    {
        _reader.Finish();
        return [.. _files.Keys.Where(name => !_used.Contains(name))];
    }

    /// <inheritdoc />
    public DenseInputs Inputs(string split) => _reader.Inputs(_images[split]);

    private static string Stem(string name)
    {
        var plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return Path.GetFileNameWithoutExtension(plain);
    }
}
