namespace PluginKd.Sdk.Build.Linking;

/// <summary>Finds what a plugin asks of shared assemblies and they do not have: before loading, where it would otherwise fail in the middle of a run.</summary>
internal static class LinkCheck
{
    /// <summary>Holds an assembly file against shared assemblies.</summary>
    /// <param name="path">The plugin's assembly.</param>
    /// <param name="surfaceOf">Surface of a shared assembly by its simple name; null for any other.</param>
    /// <returns>What is missing, such as <c>PluginKd.Sdk: StageContext.Scratch(String)</c>; empty when all is there.</returns>
    public static IReadOnlyList<string> FindMissing(string path, Func<string, AssemblySurface?> surfaceOf)
    {
        using var plugin = PluginReferences.Read(path);
        return FindMissing(plugin, surfaceOf);
    }

    /// <summary>Holds a plugin's dependency against shared assemblies; a file that is no assembly lacks nothing.</summary>
    /// <param name="path">A library that lies beside the plugin's assembly.</param>
    /// <param name="surfaceOf">Surface of a shared assembly by its simple name; null for any other.</param>
    public static IReadOnlyList<string> FindMissingOfDependency(string path, Func<string, AssemblySurface?> surfaceOf)
    {
        using var dependency = PluginReferences.TryRead(path);
        return dependency is not null && dependency.RefersTo(assembly => surfaceOf(assembly) is not null) ? FindMissing(dependency, surfaceOf) : [];
    }

    private static List<string> FindMissing(PluginReferences plugin, Func<string, AssemblySurface?> surfaceOf)
    {
        var missing = new List<string>();
        var absent = new HashSet<(string, string)>();
        foreach (var (assembly, type) in plugin.Types())
        {
            if (surfaceOf(assembly) is not { } surface || surface.HasType(type)) continue;
            absent.Add((assembly, type));
            missing.Add($"{assembly}: type {Readable(type)}");
        }

        foreach (var (assembly, type, member) in plugin.Members())
            if (!absent.Contains((assembly, type)) && surfaceOf(assembly) is { } surface && !surface.HasMember(type, member))
                missing.Add($"{assembly}: {Readable(type)}.{Readable(member)}");
        foreach (var (owner, assembly, contract, written) in plugin.Implementations(assembly => surfaceOf(assembly) is not null))
            if (surfaceOf(assembly) is { } surface)
                missing.AddRange(Demanded(surface, contract).Where(method => !written.Contains(method) && !HasBody(surface, contract, method))
                    .Select(method => $"{owner} does not implement {Readable(contract)}.{Readable(method)}"));
        return [.. missing.Distinct()];
    }

    private static IEnumerable<string> Demanded(AssemblySurface surface, string contract) =>
        surface.AbstractMethods(contract).Concat(surface.InterfacesOf(contract).SelectMany(parent => Demanded(surface, parent)));

    // An interface may fill in a method of its base interface: Outer.Inner.Method, written explicitly.
    private static bool HasBody(AssemblySurface surface, string contract, string method) =>
        !surface.AbstractMethods(contract).Contains(method) && surface.HasMember(contract, method);

    // Without namespaces: the assembly stands in front.
    private static string Readable(string text)
    {
        var end = text.IndexOf(')', StringComparison.Ordinal);
        var words = (end < 0 || text.Contains('/', StringComparison.Ordinal) && end < 0 ? text : text[..(end + 1)]).Split(' ');
        return string.Join(' ', words.Select(Short));
    }

    private static string Short(string word)
    {
        var open = word.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? Last(word) : $"{Last(word[..open])}({Last(word[(open + 1)..])}";
    }

    private static string Last(string name) => name.StartsWith('.') ? name : name[(name.LastIndexOfAny(['.', '/']) + 1)..];
}
