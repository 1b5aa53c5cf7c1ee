using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>Makes the plugins of a checked pipeline: binds settings to records, and parts to the instances that they name.</summary>
/// <remarks>Own binding instead of reflection-based System.Text.Json, because that holds on to the types of plugins for good.</remarks>
/// <param name="loader">Loads what is named.</param>
/// <param name="plan">The checked pipeline.</param>
public sealed class PluginFactory(PluginLoader loader, PipelinePlan plan)
{
    private readonly Dictionary<string, object> _made = [];

    /// <summary>Everything made so far, by place in the pipeline.</summary>
    public IReadOnlyDictionary<string, object> Made => _made;

    /// <summary>Makes the plugins of a slot, in order.</summary>
    /// <param name="slot">Such as <c>evaluate</c>.</param>
    /// <typeparam name="T">The contract.</typeparam>
    public IReadOnlyList<T> Create<T>(string slot) => [.. plan.In(slot).Select(use => Create<T>(use))];

    private T Create<T>(PluginUse use) => Create(use) is T plugin ? plugin
        : throw new UserErrorException($"plugin '{use.Plugin.Id}' says that it is of kind {use.Plugin.Kind} and is not: {use.Plugin.Type} is no {typeof(T).Name}",
            "a manifest that was written by the plugin's build", use.Plugin.Package.Folder, "build or install the plugin again")
        {
            Kind = UserErrorKind.Plugin,
        };

    private object Create(PluginUse use)
    {
        var settings = loader.TypeOf(use.Plugin).GetCustomAttribute<KdPluginAttribute>()!.Settings;
        return _made[use.Path] = loader.Create(use.Plugin, settings is null ? null : BindRecord(settings, use.Settings, use.Path));
    }

    private object BindRecord(Type type, JsonObject values, string path)
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
            return new WeightedLoss(plan.Uses[path].Plugin.Id, Create<ILoss>(plan.Uses[path]), Number(node["weight"]!));
        if (PluginKinds.ByContract.ContainsKey(type)) return Create(plan.Uses[path]);
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
