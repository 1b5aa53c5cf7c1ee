namespace PluginKd.Data.Images;

/// <summary>Reads which images make which split, and sees to it that an image is in one place only.</summary>
/// <param name="cancellation">The wish to stop.</param>
internal sealed class SplitNamesFile(CancellationToken cancellation)
{
    private readonly Dictionary<string, string> _splitOf = [];

    /// <summary>Whether some split names the image.</summary>
    public bool Has(string image) => _splitOf.ContainsKey(image);

    /// <summary>Reads the names of a split, one a line.</summary>
    /// <param name="split">Its name.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="UserErrorException">A name stands twice, in this split or in two, or there is none.</exception>
    public IReadOnlyList<string> Read(string split, DataFile file)
    {
        var names = new List<string>();
        foreach (var line in file.Lines(TextEncoding.Utf8))
        {
            cancellation.ThrowIfCancellationRequested();
            if (line.Problem is { } problem) throw problem;
            var name = line.Text.Trim();
            if (name.Length == 0) continue;
            if (!_splitOf.TryAdd(name, split))
                throw new UserErrorException($"image '{name}' is named twice, in {(_splitOf[name] == split ? $"'{split}'" : $"'{_splitOf[name]}' and in '{split}'")}", "each image in one split, once", line.Where, "remove one of the lines");
            names.Add(name);
        }

        return names.Count > 0 ? names : throw new UserErrorException("the file names no image", "a name a line", file.Path, $"correct data.{split}.names");
    }
}
