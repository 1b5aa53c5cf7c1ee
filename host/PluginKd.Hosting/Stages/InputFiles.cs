using System.Security.Cryptography;
using System.Text;

namespace PluginKd.Hosting;

/// <summary>Hashes the files and folders that settings name, each once.</summary>
internal sealed class InputFiles
{
    private const string Nothing = "nothing there";
    private readonly Dictionary<string, Known> _known = [];

    /// <summary>SHA-256 over the bytes of a file, or over names and bytes of all files of a folder; a word where there is nothing.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="place">Setting that names it.</param>
    /// <exception cref="UserErrorException">It cannot be read, or is or holds something else than files.</exception>
    public string HashOf(string path, string place)
    {
        if (_known.TryGetValue(path, out var known)) return known.Hash;
        // The stamp comes first: a change while the file is hashed shows.
        return (_known[path] = Guard(path, () => new Known(Stamp: StampOf(path), Hash: Hashed(path, place)))).Hash;
    }

    /// <summary>Whether a file is another one than when it was hashed; it is read again only when size or time have changed.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="place">Setting that names it.</param>
    /// <exception cref="UserErrorException">It cannot be read, or is or holds something else than files.</exception>
    public bool HasChanged(string path, string place) =>
        _known.TryGetValue(path, out var known) && known.Hash != Nothing && Guard(path, () => StampOf(path) != known.Stamp && Hashed(path, place) != known.Hash);

    private static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"a file cannot be read: {error.Message}", "files that you may read", path, "look at its rights", error);
        }
    }

    private static string Hashed(string path, string place)
    {
        // All of them before the first is read, which may take long.
        foreach (var file in FilesOf(path)) RegularFile.Require(file, place);
        if (File.Exists(path)) return ContentHash.OfFile(path);
        if (Directory.Exists(path)) return OfFolder(path);
        var siblings = FilesOf(path).Select(file => $"{Path.GetFileName(file)[Path.GetFileName(path).Length..]}:{ContentHash.OfFile(file)}").ToList();
        return siblings.Count == 0 ? Nothing : string.Join(' ', siblings);
    }

    private static string OfFolder(string folder)
    {
        var lines = new StringBuilder();
        foreach (var file in FilesOf(folder)) lines.Append(ContentHash.OfFile(file)).Append("  ").Append(NameIn(folder, file)).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }

    private static string StampOf(string path) => string.Join('\n', FilesOf(path).Select(file => new FileInfo(file)).Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}"));

    /// <summary>A file itself; those of a folder; those that a name with * or ? stands for; or, since a source may find a file with .gz behind its name, those whose names go on with a dot.</summary>
    private static IEnumerable<string> FilesOf(string path)
    {
        if (File.Exists(path)) return [path];
        // The project's own folder of runs and results is no input, where data lie beside it.
        if (Directory.Exists(path))
            return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(file => !NameIn(path, file).StartsWith(".kd/", StringComparison.Ordinal));
        var (folder, name) = (Path.GetDirectoryName(path), Path.GetFileName(path));
        if (!Directory.Exists(folder) || name.Length == 0) return [];
        if (DataFile.IsPattern(name)) return DataFile.Matching(path);
        return Directory.EnumerateFiles(folder, name + ".*").Order(StringComparer.Ordinal);
    }

    private static string NameIn(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    private sealed record Known(string Stamp, string Hash);
}
