using System.Globalization;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>Turns checked settings into the records that plugins take.</summary>
/// <remarks>Own binding instead of reflection-based System.Text.Json, because that holds on to the types of plugins for good.</remarks>
/// <param name="uses">Parts by their place, from the check.</param>
/// <param name="part">Makes the part that stands at a place, of the contract that the property asks for.</param>
internal sealed class SettingsBinder(IReadOnlyDictionary<string, PluginUse> uses, Func<PluginUse, Type, object> part)
{
    /// <summary>Makes a record and sets what is given.</summary>
    /// <param name="type">The record.</param>
    /// <param name="values">Checked settings.</param>
    /// <param name="path">Their place in the pipeline.</param>
    public object BindRecord(Type type, JsonObject values, string path)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
        {
            var name = SettingNames.Of(property.Name);
            if (values[name] is { } node) property.SetValue(record, Bind(property.PropertyType, node, $"{path}.{name}"));
        }

        return record;
    }

    private object Bind(Type type, JsonNode node, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(WeightedLoss))
            return new WeightedLoss(uses[path].Plugin.Id, (ILoss)part(uses[path], typeof(ILoss)), (Schedule)Bind(typeof(Schedule), node["weight"]!, $"{path}.weight"));
        if (type == typeof(Schedule) && node is not JsonObject) return Schedule.Constant(Number(node));
        if (PluginKinds.ByContract.ContainsKey(type)) return part(uses[path], type);
        if (ElementOf(type) is { } element) return BindList(element, (JsonArray)node, path);
        if (node is JsonObject values) return BindRecord(type, values, path);
        if (type == typeof(string)) return node.GetValue<string>();
        if (type == typeof(bool)) return node.GetValue<bool>();
        if (type.IsEnum) return Enum.GetValues(type).Cast<object>().First(value => SettingNames.Of(value.ToString()!) == node.GetValue<string>());
        return type == typeof(long) && long.TryParse(node.ToJsonString(), CultureInfo.InvariantCulture, out var whole)
            ? whole
            : Convert.ChangeType(Number(node), type, CultureInfo.InvariantCulture);
    }

    private static double Number(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);

    private Array BindList(Type element, JsonArray items, string path)
    {
        var list = Array.CreateInstance(element, items.Count);
        for (var i = 0; i < items.Count; i++) list.SetValue(Bind(element, items[i]!, $"{path}.{i}"), i);
        return list;
    }

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0]
        : null;
}
