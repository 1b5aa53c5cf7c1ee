using System.Reflection;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginKd.Sdk.Testing;

/// <summary>Writes settings as a pipeline file would have them, and remembers the parts that stand in them.</summary>
/// <param name="folder">Folder that relative paths start from.</param>
internal sealed class SettingsText(string folder)
{
    private readonly ConditionalWeakTable<object, string> _ids = [];
    private readonly Dictionary<string, object> _parts = [];
    private int _named;

    /// <summary>Parts by their place.</summary>
    public IReadOnlyDictionary<string, object> Parts => _parts;

    /// <summary>Kind and id of each part, for a catalog.</summary>
    public IEnumerable<(string Kind, string Id)> Ids => _parts.Select(part => (PluginKinds.Of(part.Value.GetType())[0], IdOf(part.Value))).Distinct();

    /// <summary>Writes a record; what is null is left out, as in a pipeline file.</summary>
    /// <param name="settings">The record.</param>
    /// <param name="path">Its place in the pipeline.</param>
    public JsonObject Write(object settings, string path)
    {
        var written = new JsonObject();
        foreach (var property in Build.SettingsShape.Properties(settings.GetType()))
        {
            var name = SettingNames.Of(property.Name);
            var value = property.GetValue(settings);
            if (value is string text && property.GetCustomAttribute<KdPathAttribute>() is { In: null })
                value = Path.GetFullPath(Path.Combine(folder, text));
            if (value is not null) written[name] = Value(value, $"{path}.{name}");
        }

        return written;
    }

    private JsonNode Value(object value, string path) => value switch
    {
        WeightedLoss loss => Weighted(loss, path),
        string text => JsonValue.Create(text)!,
        bool flag => JsonValue.Create(flag),
        Enum name => JsonValue.Create(SettingNames.Of(name.ToString()))!,
        Schedule schedule => Scheduled(schedule, path),
        float or double or int or long => Number((IFormattable)value, path),
        System.Collections.IEnumerable items => List(items, path),
        _ when PluginKinds.Of(value.GetType()).Count > 0 => Part(value, IdOf(value), path),
        _ => Write(value, path),
    };

    private JsonObject Weighted(WeightedLoss loss, string path)
    {
        _ids.AddOrUpdate(loss.Loss, loss.Id);
        var part = Part(loss.Loss, loss.Id, path);
        part["weight"] = Scheduled(loss.Weight, path);
        return part;
    }

    private JsonNode Scheduled(Schedule schedule, string path) => schedule.IsConstant ? Number(schedule.To, path) : Write(schedule, path);

    private JsonObject Part(object part, string id, string path)
    {
        _parts[path] = part;
        return new JsonObject { ["use"] = id };
    }

    private string IdOf(object part) => _ids.GetValue(part, _ => $"part-{++_named}");

    private JsonArray List(System.Collections.IEnumerable items, string path)
    {
        var list = new JsonArray();
        foreach (var item in items) list.Add(Value(item, $"{path}.{list.Count}"));
        return list;
    }

    private static JsonNode Number(IFormattable value, string path)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(double.Parse(text, CultureInfo.InvariantCulture)) ? JsonNode.Parse(text)!
            : throw new JsonException($"{path} is {text}, and a pipeline file holds finite numbers only");
    }
}
