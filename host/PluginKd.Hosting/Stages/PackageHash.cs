using System.Security.Cryptography;
using System.Text;

namespace PluginKd.Hosting;

/// <summary>One hash for the code of a plugin's package, from its manifest: its loader has checked the files against it.</summary>
internal static class PackageHash
{
    public static string Of(PluginManifest package) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(package.Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Value}  {f.Key}\n")))));
}
