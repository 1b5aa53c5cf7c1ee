namespace PluginKd.Data.Images;

/// <summary>Folders of images, in the order of their names; names that begin with a dot are the system's and passed over.</summary>
internal static class ImageTree
{
    /// <summary>The folders in a folder.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="setting">Setting that names it.</param>
    /// <param name="what">What the folders stand for, such as <c>class</c>.</param>
    /// <exception cref="UserErrorException">It is not there, has no folders, or has images beside them.</exception>
    public static IReadOnlyList<string> Folders(string folder, string setting, string what)
    {
        string[] found = [.. Listed(folder, setting, Directory.EnumerateDirectories)];
        if (Listed(folder, setting, Directory.EnumerateFiles).FirstOrDefault(IsImage) is { } image)
            throw new UserErrorException($"an image lies beside the folders: '{Path.GetFileName(image)}'", $"images in a folder for each {what}", folder, $"move it into the folder of its {what}");
        return found.Length > 0 ? found
            : throw new UserErrorException($"'{folder}' has no folders", $"a folder for each {what}", setting, "correct the path, or move the images into folders named like their classes");
    }

    /// <summary>The files in a folder of images.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="setting">Setting that names it.</param>
    /// <exception cref="UserErrorException">It is not there, has none, or has folders.</exception>
    public static IReadOnlyList<string> Files(string folder, string setting)
    {
        if (Listed(folder, setting, Directory.EnumerateDirectories).FirstOrDefault() is { } inner)
            throw new UserErrorException($"a folder lies among the images: '{Path.GetFileName(inner)}'", "images only", folder,
                "move it away; when path holds a folder for each domain, set data.domains to true");
        string[] found = [.. Listed(folder, setting, Directory.EnumerateFiles)];
        return found.Length > 0 ? found : throw new UserErrorException($"the folder '{folder}' is empty", "at least one image", setting, "put images into it, or remove it");
    }

    /// <summary>Whether a file is named like an image that is read.</summary>
    /// <param name="file">Its path.</param>
    public static bool IsImage(string file) => PnmFile.Extensions.Any(extension => new DataFile(file).Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Listed(string folder, string setting, Func<string, IEnumerable<string>> list)
    {
        try
        {
            return [.. list(folder).Where(path => !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(Directory.Exists(folder) ? $"the folder cannot be read: {problem.Message}" : $"there is no folder '{folder}'", "a folder that you may read", setting,
                "correct the path; it starts from the folder of the pipeline file", problem);
        }
    }
}
