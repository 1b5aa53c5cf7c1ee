using System.Globalization;
using System.Text.Json;

namespace PluginKd.Tool.Display;

/// <summary>Describes a plugin and its settings, from its manifest.</summary>
internal static class PluginPage
{
    public static void Show(ProvidedPlugin plugin)
    {
        Terminal.Out.WriteLine($"{plugin.Kind} {plugin.Id}: {plugin.Description}");
        Terminal.Out.WriteLine($"package {plugin.Package.Id} {plugin.Package.Version} in {plugin.Package.Folder}");
        if (plugin.Needs.Count > 0) Terminal.Out.WriteLine($"needs {string.Join(", ", plugin.Needs)}");
        if (plugin.Makes.Count > 0) Terminal.Out.WriteLine($"makes {string.Join(", ", plugin.Makes)}");
        var table = new Spectre.Console.Table().Border(TableBorder.Simple).AddColumns("setting", "type", "range", "default", "what it is");
        AddRows(table, plugin.Settings, "");
        if (table.Rows.Count > 0) Terminal.Out.Write(table);
        else Terminal.Out.WriteLine("It has no settings.");
    }

    private static void AddRows(Spectre.Console.Table table, JsonElement schema, string prefix)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()).ToList() : [];
        foreach (var property in schema.GetProperty("properties").EnumerateObject())
        {
            if (property.Value.TryGetProperty("properties", out _))
            {
                AddRows(table, property.Value, $"{prefix}{property.Name}.");
                continue;
            }

            var missing = required.Contains(property.Name) ? "required" : "";
            table.AddRow(new Text(prefix + property.Name), new Text(TypeOf(property.Value)), new Text(RangeOf(property.Value)),
                new Text(property.Value.TryGetProperty("default", out var value) ? value.GetRawText() : missing),
                new Text(property.Value.TryGetProperty("description", out var text) ? text.GetString()! : ""));
        }
    }

    private static string TypeOf(JsonElement schema) =>
        schema.TryGetProperty("plugin", out var kind) ? $"{kind.GetString()} plugin"
        : schema.TryGetProperty("items", out var items) ? $"list of {TypeOf(items)}"
        : schema.TryGetProperty("enum", out var names) ? string.Join(" | ", names.EnumerateArray().Select(n => n.GetString()))
        : schema.GetProperty("type").GetString()!;

    private static string RangeOf(JsonElement schema)
    {
        string? Bound(string inclusive, string exclusive, string open) =>
            schema.TryGetProperty(inclusive, out var bound) ? bound.GetDouble().ToString("R", CultureInfo.InvariantCulture)
            : schema.TryGetProperty(exclusive, out bound) ? open + bound.GetDouble().ToString("R", CultureInfo.InvariantCulture)
            : null;
        return (Bound("minimum", "exclusiveMinimum", ">"), Bound("maximum", "exclusiveMaximum", "<")) switch
        {
            ({ } low, { } high) => $"{low} to {high}",
            ({ } low, null) => $"from {low}",
            (null, { } high) => $"to {high}",
            _ => "",
        };
    }
}
