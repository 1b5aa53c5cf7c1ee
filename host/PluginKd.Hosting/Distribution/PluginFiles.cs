namespace PluginKd.Hosting;

/// <summary>Lists the files of a plugin's folder in one order for every system.</summary>
internal static class PluginFiles
{
    /// <summary>Gives relative paths with <c>/</c>, sorted by code point.</summary>
    /// <param name="folder">A plugin's folder.</param>
    /// <exception cref="UserErrorException">It holds a link: what a link leads to is no part of the folder and changes without it.</exception>
    public static IReadOnlyList<string> In(string folder)
    {
        var files = new List<string>();
        Collect(new DirectoryInfo(folder), "", files);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static void Collect(DirectoryInfo folder, string prefix, List<string> files)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0 }))
        {
            var path = prefix + entry.Name;
            if (entry.LinkTarget is { } target)
                throw new UserErrorException($"'{path}' is a link to '{target}'",
                    "files only, because what a link leads to may change while the folder stays the same",
                    folder.FullName, "put a copy of the file in the place of the link")
                {
                    Kind = UserErrorKind.Plugin,
                };
            if (entry is DirectoryInfo inner) Collect(inner, path + "/", files);
            else files.Add(path);
        }
    }
}
