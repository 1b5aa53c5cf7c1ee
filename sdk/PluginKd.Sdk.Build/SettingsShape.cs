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
        .Where(property => property.SetMethod is { IsPublic: true })
        .OrderBy(property => Depth(property.DeclaringType!))
        .ThenBy(property => property.MetadataToken);

    public static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

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
        : type == typeof(float) || type == typeof(double) ? "number"
        : type == typeof(string) || type.IsEnum ? "string"
        : null;

    public static IEnumerable<string> FindProblems(Type settings)
    {
        foreach (var property in Properties(settings))
        {
            var (element, _) = Unwrap(property.PropertyType);
            if (PartKind(element) is not null || JsonType(element) is not null) continue;
            if (element.GetConstructor(Type.EmptyTypes) is not null && !element.FullName!.StartsWith("System.", StringComparison.Ordinal))
            {
                foreach (var problem in FindProblems(element)) yield return problem;
                continue;
            }

            yield return $"KD1007: {settings.FullName}.{property.Name} is of type {property.PropertyType.Name}, which a pipeline file cannot hold. " +
                         "Use bool, int, long, float, double, string, an enum, a record of these, a list of these, or a contract such as IModel.";
        }
    }

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}
