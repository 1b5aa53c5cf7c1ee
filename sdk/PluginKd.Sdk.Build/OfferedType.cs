using System.Reflection;

namespace PluginKd.Sdk.Build;

/// <summary>A class with <see cref="KdPluginAttribute"/>.</summary>
internal sealed class OfferedType(Type type)
{
    private readonly KdPluginAttribute _attribute = type.GetCustomAttribute<KdPluginAttribute>(inherit: false)!;

    public Type Type => type;

    public string Id => _attribute.Id;

    public Type? Settings => _attribute.Settings;

    public bool HasRequiredSettings => Settings is not null && SettingsShape.Properties(Settings).Any(SettingsShape.IsRequired);

    public IReadOnlyList<string> Kinds { get; } = PluginKinds.Of(type);

    // What stands beside the settings in { "use": "soft-target", "weight": 0.9, … }.
    private string[] TakenNames => Kinds.Contains("loss") ? ["use", "weight"] : ["use"];

    public IEnumerable<string> FindProblems()
    {
        if (Kinds.Count != 1)
            yield return $"KD1001: {type.FullName} has [KdPlugin] and implements {(Kinds.Count == 0 ? "no contract" : string.Join(" and ", Kinds))}. " +
                         $"Implement exactly one of {string.Join(", ", PluginKinds.ByContract.Keys.Select(k => k.Name))}.";
        if (Id is null || !SettingNames.IsId(Id))
            yield return $"KD1002: {type.FullName} has the id '{Id}'. Ids are lower-case-with-hyphens, such as 'soft-target'.";
        if (type.IsAbstract || type.IsGenericTypeDefinition || type.GetConstructors().Length != 1)
            yield return $"KD1005: {type.FullName} cannot be made. Make it a non-abstract class without type parameters and with one public constructor.";
        if (Settings is null) yield break;
        if (type.GetConstructors().All(c => c.GetParameters().All(p => p.ParameterType != Settings)))
            yield return $"KD1006: {type.FullName} names {Settings.Name} as its settings and does not take it. Add a constructor parameter of that type.";
        if (Settings.GetConstructor(Type.EmptyTypes) is null)
            yield return $"KD1003: {Settings.FullName} has no constructor without parameters. Write its settings as init properties with defaults.";
        else
        {
            var wrong = SettingsShape.FindProblems(Settings).Distinct().ToList();
            foreach (var problem in wrong.Count > 0 ? wrong : SettingsDefaults.FindProblems(Settings)) yield return problem;
        }

        foreach (var (property, name) in SettingsShape.Properties(Settings).Select(property => (property, SettingNames.Of(property.Name))))
            if (TakenNames.Contains(name))
                yield return $"KD1008: {Settings.FullName}.{property.Name} would be \"{name}\" in a pipeline file, where that is the " +
                             $"{(name == "use" ? "id of the plugin" : "factor of the loss in the total")}. Give the setting another name.";
    }
}
