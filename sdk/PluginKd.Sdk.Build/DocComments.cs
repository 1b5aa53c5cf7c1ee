using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PluginKd.Sdk.Build;

/// <summary>Finds the summaries that the compiler wrote beside the assemblies, so that no description is typed twice.</summary>
internal sealed partial class DocComments
{
    private readonly Dictionary<Assembly, Dictionary<string, string>> _summaries = [];

    public string? Of(Type type) => Find(type.Assembly, $"T:{NameOf(type)}");

    public string? Of(PropertyInfo property) => Find(property.DeclaringType!.Assembly, $"P:{NameOf(property.DeclaringType)}.{property.Name}");

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private string? Find(Assembly assembly, string member)
    {
        if (!_summaries.TryGetValue(assembly, out var summaries))
        {
            var file = Path.ChangeExtension(assembly.Location, ".xml");
            _summaries[assembly] = summaries = File.Exists(file)
                ? XDocument.Load(file).Descendants("member").Where(m => m.Element("summary") is not null)
                    .ToDictionary(m => (string)m.Attribute("name")!, m => Flatten(m.Element("summary")!))
                : [];
        }

        return summaries.GetValueOrDefault(member);
    }

    private static string Flatten(XElement summary)
    {
        var words = string.Concat(summary.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement element when element.Attribute("cref") is { } reference => reference.Value.Split('.')[^1],
            XElement element when element.Attribute("name") is { } name => name.Value,
            XElement element => element.Value,
            _ => "",
        }));
        return Blanks().Replace(words, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
