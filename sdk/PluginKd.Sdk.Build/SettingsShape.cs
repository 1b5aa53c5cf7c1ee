using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PluginKd.Sdk.Build;

/// <summary>Reads a settings record: which properties it has and of what sort each is.</summary>
internal static class SettingsShape
{
    /// <summary>Settable public properties, those of base records first.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type settings) => settings
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is { IsPublic: true } && property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
        .OrderBy(property => Depth(property.DeclaringType!))
        .ThenBy(property => property.MetadataToken);

    /// <summary>Whether a pipeline file has to give it; what the host finds in another file it need not.</summary>
    public static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute)) && !property.IsDefined(typeof(KdModelOfAttribute));

    public static RangeAttribute? Range(PropertyInfo property) => property.GetCustomAttribute<RangeAttribute>();

    /// <summary>Type behind <c>T?</c>, <c>T[]</c> and <c>IReadOnlyList&lt;T&gt;</c>.</summary>
    public static (Type Element, bool IsList) Unwrap(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsArray) return (type.GetElementType()!, true);
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? (type.GetGenericArguments()[0], true) : (type, false);
    }

    /// <summary>Kind of the plugin that goes into a property of this type, or null.</summary>
    public static string? PartKind(Type type) => type == typeof(WeightedLoss) ? "loss" : PluginKinds.ByContract.GetValueOrDefault(type);

    /// <summary>JSON type of a plain value, or null.</summary>
    public static string? JsonType(Type type) =>
        type == typeof(bool) ? "boolean"
        : type == typeof(int) || type == typeof(long) ? "integer"
        : type == typeof(float) || type == typeof(double) || type == typeof(Schedule) ? "number"
        : type == typeof(string) || type.IsEnum ? "string"
        : null;

    /// <summary>Whether a type is a record of settings inside another.</summary>
    public static bool IsRecord(Type type) => PartKind(type) is null && JsonType(type) is null
        && type.GetConstructor(Type.EmptyTypes) is not null && !type.FullName!.StartsWith("System.", StringComparison.Ordinal);

    public static IEnumerable<string> FindProblems(Type settings) => FindProblems(settings, []);

    private static IEnumerable<string> FindProblems(Type settings, IReadOnlyCollection<Type> around)
    {
        foreach (var property in Properties(settings))
        {
            var (element, _) = Unwrap(property.PropertyType);
            if (element.IsEnum && Enum.GetNames(element).GroupBy(SettingNames.Of).FirstOrDefault(same => same.Count() > 1) is { } twins)
                yield return $"KD1007: {settings.FullName}.{property.Name} is of type {element.Name}, of which {string.Join(" and ", twins)} are one name, '{twins.Key}', in a pipeline file. Rename one.";
            if (PartKind(element) is not null || JsonType(element) is not null) continue;
            if (IsRecord(element) && (element == settings || around.Contains(element)))
            {
                yield return $"KD1007: {settings.FullName}.{property.Name} holds a {element.Name} inside a {element.Name}, which has no end in a pipeline file. Give the inner settings a record of their own.";
                continue;
            }

            if (IsRecord(element))
            {
                foreach (var problem in FindProblems(element, [.. around, settings])) yield return problem;
                continue;
            }

            yield return $"KD1007: {settings.FullName}.{property.Name} is of type {property.PropertyType.Name}, which a pipeline file cannot hold. " +
                         "Use bool, int, long, float, double, Schedule, string, an enum, a record of these, a list of these, or a contract such as IModel.";
        }
    }

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}
