using System.Xml.Linq;

namespace PluginKd.Hosting;

/// <summary>The project whose restore downloads one package: NuGet's own way, with its rules, credentials and proxies.</summary>
internal static class FetchProject
{
    /// <summary>Writes the project.</summary>
    /// <param name="id">Id of the package.</param>
    /// <param name="version">Its exact version.</param>
    /// <param name="configFolder">Folder whose nuget.config counts.</param>
    /// <param name="packages">Folder to download to: a package in a shared cache might be another one of the same version.</param>
    /// <param name="source">The only feed, or null for those of nuget.config.</param>
    public static string Text(string id, string version, string configFolder, string packages, string? source) => new XElement("Project",
        // Nothing of the folders above belongs to it.
        new XElement("PropertyGroup",
            new XElement("ImportDirectoryBuildProps", "false"),
            new XElement("ImportDirectoryBuildTargets", "false"),
            new XElement("ImportDirectoryPackagesProps", "false")),
        new XElement("Import", new XAttribute("Project", "Sdk.props"), new XAttribute("Sdk", "Microsoft.NET.Sdk")),
        new XElement("PropertyGroup",
            new XElement("TargetFramework", "net10.0"),
            new XElement("DisableImplicitFrameworkReferences", "true"),
            new XElement("NuGetAudit", "false"),
            new XElement("RestoreRootConfigDirectory", Escaped(configFolder)),
            new XElement("RestorePackagesPath", Escaped(packages)),
            source is null ? null : new XElement("RestoreSources", Escaped(source))),
        new XElement("ItemGroup", new XElement("PackageDownload",
            new XAttribute("Include", Escaped(id)), new XAttribute("Version", $"[{Escaped(version)}]"))),
        new XElement("Import", new XAttribute("Project", "Sdk.targets"), new XAttribute("Sdk", "Microsoft.NET.Sdk"))).ToString();

    /// <summary>Takes the meaning from MSBuild's own characters.</summary>
    private static string Escaped(string text) =>
        string.Concat(text.Select(c => "%*?@$();'".Contains(c, StringComparison.Ordinal) ? $"%{(int)c:X2}" : c.ToString()));
}
