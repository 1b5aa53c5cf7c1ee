using System.Security.Cryptography;
using System.Text;

namespace PluginKd.Hosting;

/// <summary>Hashes the files and folders that settings name, each once.</summary>
internal sealed class InputFiles
{
    private readonly Dictionary<string, string> _known = [];

    /// <summary>SHA-256 over the bytes of a file, or over names and bytes of all files of a folder; a word where there is nothing.</summary>
    /// <exception cref="UserErrorException">It cannot be read.</exception>
    public string HashOf(string path)
    {
        if (_known.TryGetValue(path, out var known)) return known;
        try
        {
            return _known[path] = File.Exists(path) ? ContentHash.OfFile(path) : Directory.Exists(path) ? OfFolder(path) : OfSiblings(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"a file cannot be read: {error.Message}", "files that you may read", path, "look at its rights", error);
        }
    }

    /// <summary>A source may find a file with .gz behind its name: those count whose names go on with a dot.</summary>
    private static string OfSiblings(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(path), Path.GetFileName(path));
        var found = Directory.Exists(folder) && name.Length > 0 ? Directory.EnumerateFiles(folder, name + ".*").Order(StringComparer.Ordinal).ToList() : [];
        return found.Count == 0 ? "nothing there" : string.Join(' ', found.Select(file => $"{Path.GetFileName(file)[name.Length..]}:{ContentHash.OfFile(file)}"));
    }

    private static string OfFolder(string folder)
    {
        var lines = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            // The project's own folder of runs and results is no input, where data lie beside it.
            if (!name.StartsWith(".kd/", StringComparison.Ordinal)) lines.Append(ContentHash.OfFile(file)).Append("  ").Append(name).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }
}
