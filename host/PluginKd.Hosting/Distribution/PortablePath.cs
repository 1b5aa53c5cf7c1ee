using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PluginKd.Hosting;

/// <summary>Knows relative paths that mean the same file on every system and lead nowhere else.</summary>
internal static class PortablePath
{
    private const string NotOnWindows = "<>:\"|?*\\";

    // Bytes in UTF-8 on Linux, characters elsewhere.
    private const int LongestPart = 255;

    /// <summary>Finds what is wrong with a relative path with <c>/</c> between its parts.</summary>
    /// <param name="path">From a package or a manifest.</param>
    /// <param name="problem">What is wrong, to be put behind the path.</param>
    public static bool IsBad(string path, [NotNullWhen(true)] out string? problem)
    {
        var parts = path.Split('/');
        problem = path.Length == 0 || path[0] == '/' || (path.Length > 1 && path[1] == ':') ? "is not relative"
            : parts.Contains("..") ? "leads out of the folder"
            : parts.Any(part => part is "" or ".") ? "has an empty part"
            : path.Any(c => c < ' ' || NotOnWindows.Contains(c)) ? "has a character that a file name on Windows may not have"
            : parts.Any(part => part[^1] is '.' or ' ') ? "has a part that ends with a full stop or a blank"
            : parts.Any(part => Encoding.UTF8.GetByteCount(part) > LongestPart) ? $"has a part of more than {LongestPart} bytes"
            : null;
        return problem is not null;
    }
}
