namespace PluginKd.Data.Images;

/// <summary>Images that were read from folders, and for each the folder; 4 bytes an image beside its pixels.</summary>
/// <param name="pixels">The pixels.</param>
/// <param name="folders">Absolute paths of the folders.</param>
internal sealed class FolderImages(RowStore pixels, IReadOnlyList<string> folders)
{
    private readonly List<int> _of = [];

    /// <summary>The pixels.</summary>
    public RowStore Pixels => pixels;

    /// <summary>The folders.</summary>
    public IReadOnlyList<string> Folders => folders;

    /// <summary>Number of images, N.</summary>
    public int Count => _of.Count;

    /// <summary>For each image the name of its folder, which is its class.</summary>
    public IEnumerable<string> Names => _of.Select(folder => Path.GetFileName(folders[folder]));

    /// <summary>Notes the folder of the image whose pixels were added.</summary>
    /// <param name="folder">Its position among the folders.</param>
    public void EndImage(int folder) => _of.Add(folder);

    /// <summary>The classes of the images.</summary>
    /// <param name="classes">Those of training.</param>
    /// <exception cref="UserErrorException">Training has no such class; with the folder.</exception>
    public int[] Labels(LabelReader classes)
    {
        var known = _of.Distinct().ToDictionary(folder => folder, folder => classes.Read(Path.GetFileName(folders[folder]), folders[folder]));
        return [.. _of.Select(folder => known[folder])];
    }
}
