using System.Security.Cryptography;
using System.Text;

namespace PluginKd.Hosting;

/// <summary>One SHA-256 for a whole plugin folder, the same on every system.</summary>
/// <remarks>
/// The hash of the lines <c>sha256 of the file, two blanks, path</c>, sorted by path, with <c>/</c> in paths and a line feed behind each: what
/// <c>sha256sum</c> prints. Times, rights and the order on disk do not count; a file that was added does.
/// </remarks>
public static class ContentHash
{
    /// <summary>Hashes every file of a folder.</summary>
    /// <param name="folder">A plugin's folder.</param>
    /// <returns>Lower-case hex.</returns>
    /// <exception cref="UserErrorException">The folder holds a link.</exception>
    public static string Of(string folder)
    {
        var lines = new StringBuilder();
        foreach (var path in PluginFiles.In(folder)) lines.Append(OfFile(Path.Combine(folder, path))).Append("  ").Append(path).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }

    /// <summary>Hashes one file.</summary>
    /// <param name="file">Its path.</param>
    internal static string OfFile(string file)
    {
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>The part of a hash that messages show.</summary>
    internal static string Short(string hash) => hash.Length > 16 ? hash[..16] : hash;
}
