using System.Text;
using System.Xml.Linq;

namespace PluginKd.Hosting;

/// <summary>The three texts that make a zip file a NuGet package.</summary>
internal static class PackageParts
{
    /// <summary>How the name of the description ends.</summary>
    public const string Nuspec = ".nuspec";

    /// <summary>The page that feeds show, when the folder has one.</summary>
    public const string Readme = "README.md";

    private static readonly XNamespace Description = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";
    private static readonly XNamespace Relation = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>Describes the package: no dependencies, because a plugin brings what it needs.</summary>
    public static string Describe(PluginManifest manifest, bool hasReadme) => Text(new XElement(Description + "package",
        new XElement(Description + "metadata",
            new XElement(Description + "id", manifest.Id),
            new XElement(Description + "version", manifest.Version),
            new XElement(Description + "authors", manifest.Id.Split('.')[0]),
            new XElement(Description + "description", "Plugins for dotnet kd: " + string.Join(", ", manifest.Provides.Select(p => $"{p.Kind} {p.Id}")) + "."),
            new XElement(Description + "tags", "kd-plugin"),
            hasReadme ? new XElement(Description + "readme", Readme) : null,
            new XElement(Description + "packageTypes", new XElement(Description + "packageType", new XAttribute("name", PluginPackage.PackageType))))));

    /// <summary>Says which part is the description.</summary>
    public static string Relations(string nuspec) => Text(new XElement(Relation + "Relationships", new XElement(Relation + "Relationship",
        new XAttribute("Type", "http://schemas.microsoft.com/packaging/2010/07/manifest"),
        new XAttribute("Target", "/" + nuspec), new XAttribute("Id", "R1"))));

    /// <summary>Gives every part a content type, by its extension or, without one, by name.</summary>
    public static string ContentTypes(IReadOnlyCollection<string> names)
    {
        static string Extension(string name) => Path.GetExtension(name).TrimStart('.');
        var kinds = names.Select(Extension).Where(kind => kind.Length > 0 && kind != "rels")
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);
        return Text(new XElement(Types + "Types",
            new XElement(Types + "Default", new XAttribute("Extension", "rels"),
                new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            kinds.Select(kind => new XElement(Types + "Default", new XAttribute("Extension", kind), new XAttribute("ContentType", "application/octet"))),
            names.Where(name => Extension(name).Length == 0)
                .Select(name => new XElement(Types + "Override", new XAttribute("PartName", "/" + name),
                    new XAttribute("ContentType", "application/octet")))));
    }

    private static string Text(XElement root)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        return text.Append(root.ToString(SaveOptions.None).ReplaceLineEndings("\n")).Append('\n').ToString();
    }
}
