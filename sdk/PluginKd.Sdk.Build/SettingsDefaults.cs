using System.Collections;
using System.Globalization;
using System.Reflection;

namespace PluginKd.Sdk.Build;

/// <summary>Makes a settings record once and looks at its defaults: they go into the schema, and a pipeline that leaves a setting out gets them.</summary>
internal static class SettingsDefaults
{
    /// <summary>Finds defaults that cannot be had or that no pipeline file could hold.</summary>
    /// <param name="settings">A record whose shape is good.</param>
    public static IEnumerable<string> FindProblems(Type settings)
    {
        var defaults = Try(() => Activator.CreateInstance(settings), out var problem);
        if (problem is not null)
        {
            yield return $"KD1009: {settings.FullName} cannot be made: {problem}. The host makes it before it sets what the pipeline file says; give each setting a default that needs no work.";
            yield break;
        }

        foreach (var property in SettingsShape.Properties(settings))
        {
            var name = $"{settings.FullName}.{property.Name}";
            if (FindRangeProblem(property) is { } range) yield return $"KD1010: {name} has a range that cannot be read: {range}. Give [Range] two numbers, the smaller first.";
            if (SettingsShape.IsRequired(property)) continue;
            var value = Try(() => property.GetValue(defaults), out problem);
            if (problem is not null) yield return $"KD1009: {name} cannot be read: {problem}. Make it an init property with a default.";
            else if (FindProblem(property, value) is { } wrong) yield return $"KD1010: {name} {wrong}. Change the default, or mark the setting as required.";
            if (SettingsShape.Unwrap(property.PropertyType) is (var element, _) && SettingsShape.IsRecord(element))
                foreach (var inner in FindProblems(element)) yield return inner;
        }
    }

    private static string? FindProblem(PropertyInfo property, object? value)
    {
        if (value is null) return null;
        var isList = SettingsShape.Unwrap(property.PropertyType).IsList;
        foreach (var item in isList ? (IEnumerable)value : new[] { value })
        {
            if (item is null) return "has null in its default";
            if (item is Enum name && !Enum.IsDefined(item.GetType(), name)) return $"has the default {name}, which is none of its names";
            if (item is Schedule { IsConstant: false }) return "has a default that changes over a run; a schema holds a number";
            if ((item is Schedule schedule ? schedule.To : item) is var number and (float or double) && !double.IsFinite(Convert.ToDouble(number, CultureInfo.InvariantCulture)))
                return string.Create(CultureInfo.InvariantCulture, $"has the default {number}, which a pipeline file cannot hold");
        }

        return null;
    }

    private static string? FindRangeProblem(PropertyInfo property)
    {
        if (SettingsShape.Range(property) is not { } range) return null;
        Try(() => range.IsValid(0.0), out var problem);
        return problem;
    }

    private static object? Try(Func<object?> work, out string? problem)
    {
        problem = null;
        try
        {
            return work();
        }
        catch (Exception error)
        {
            var cause = error is TargetInvocationException or TypeInitializationException && error.InnerException is { } inner ? inner : error;
            problem = $"{cause.GetType().Name}: {cause.Message.Split('\n')[0].TrimEnd('.')}";
            return null;
        }
    }
}
