using System.Reflection;
using System.Text;

namespace PluginKd.Torch.Tests;

/// <summary>The public surface of an assembly as text, in an order that does not depend on the compiler.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => Name(type), StringComparer.Ordinal))
        {
            var above = new[] { type.BaseType }.Concat(type.GetInterfaces()).OfType<Type>().Where(other => other != typeof(object) && other.IsVisible);
            text.Append(Name(type)).Append(" : ").AppendJoin(", ", above.Select(Name).Order(StringComparer.Ordinal)).Append('\n');
            foreach (var line in type.GetMembers(Declared).Select(Line).OfType<string>().Order(StringComparer.Ordinal))
                text.Append("    ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string? Line(MemberInfo member) => member switch
    {
        MethodInfo { IsSpecialName: false } or MethodInfo { IsStatic: true, IsSpecialName: true, Name: ['o', 'p', '_', ..] } when Open((MethodBase)member) =>
            $"{Kind((MethodInfo)member)}{Name(((MethodInfo)member).ReturnType)} {member.Name}({List((MethodBase)member)})",
        ConstructorInfo made when Open(made) => $"new({List(made)})",
        PropertyInfo property when Open(property.GetMethod) || Open(property.SetMethod) =>
            $"{Name(property.PropertyType)} {property.Name} {{{(Open(property.GetMethod) ? " get;" : "")}{(Open(property.SetMethod) ? " set;" : "")} }}",
        FieldInfo { IsPublic: true } field => $"{Name(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")}",
        _ => null,
    };

    private static bool Open(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true };

    private static string Kind(MethodInfo method) => method.IsStatic ? "static " : method.IsAbstract ? "abstract " : method.IsVirtual ? "virtual " : "";

    private static string List(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}"));

    private static string Name(Type type) => type.ToString().Replace("TorchSharp.", "", StringComparison.Ordinal);
}
