using System.Globalization;
using PluginKd.Sdk.Build.Linking;

namespace PluginKd.Sdk.Build;

/// <summary>Computes which minor version of the contract a plugin needs: the one that brought the newest member that it uses.</summary>
/// <remarks>So nobody can forget to raise it, and nobody is locked out by a number that is too high.</remarks>
internal static class ContractNeeds
{
    /// <summary>Looks at a plugin's assembly and at the libraries beside it. Reads the lists of members, <c>contract/1.0.txt</c> and so on, that lie beside this program.</summary>
    public static int MinorOf(string assembly, string lists)
    {
        var used = new HashSet<string>();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(assembly)!, "*.dll", SearchOption.AllDirectories))
        {
            using var plugin = PluginReferences.TryRead(file);
            if (plugin is null || !plugin.RefersTo(name => name == "PluginKd.Sdk")) continue;
            used.UnionWith(plugin.Types().Where(t => t.Assembly == "PluginKd.Sdk").Select(t => t.Type));
            used.UnionWith(plugin.Members().Where(m => m.Assembly == "PluginKd.Sdk").Select(m => $"{m.Type}::{m.Member}"));
        }

        for (var minor = 0; minor < Contract.Minor; minor++)
        {
            var list = Path.Combine(lists, string.Create(CultureInfo.InvariantCulture, $"{Contract.Major}.{minor}.txt"));
            if (File.Exists(list) && used.IsSubsetOf(File.ReadLines(list))) return minor;
        }

        return Contract.Minor;
    }
}
