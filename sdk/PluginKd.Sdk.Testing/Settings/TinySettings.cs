using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PluginKd.Sdk.Testing;

/// <summary>Settings to try a plugin with when nobody gave any: the defaults, and something tiny for each part that is required.</summary>
internal static class TinySettings
{
    /// <summary>Makes settings.</summary>
    /// <param name="type">The settings record; null where there is nothing to set.</param>
    /// <param name="modality">Inputs that models take.</param>
    /// <param name="missing">Name of a required setting for which there is no tiny stand-in, such as the path of a file; else null.</param>
    public static object? Make(Type? type, Modality modality, out string? missing)
    {
        missing = null;
        if (type is null) return null;
        var settings = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.IsDefined(typeof(RequiredMemberAttribute))))
        {
            if (StandIn(property.PropertyType, modality) is { } value) property.SetValue(settings, value);
            else missing ??= property.Name;
        }

        return settings;
    }

    private static object? StandIn(Type type, Modality modality)
    {
        if (type == typeof(IModel)) return new TinyModel(modality);
        if (type == typeof(ILoss)) return new TinyTeacherLoss();
        if (type == typeof(WeightedLoss)) return new WeightedLoss("soft-target", new TinyTeacherLoss(), 1);
        if (!type.IsGenericType || !type.IsAssignableTo(typeof(IEnumerable)) || type.GetGenericArguments() is not [var element]) return null;
        if (StandIn(element, modality) is not { } one) return null;
        var list = Array.CreateInstance(element, 1);
        list.SetValue(one, 0);
        return type.IsInstanceOfType(list) ? list : null;
    }
}
