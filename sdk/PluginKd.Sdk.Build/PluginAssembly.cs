using System.Reflection;
using System.Runtime.Loader;
using PluginKd.Sdk.Build.Linking;

namespace PluginKd.Sdk.Build;

/// <summary>A built plugin with the classes that it offers.</summary>
internal sealed class PluginAssembly
{
    private PluginAssembly(string path, Assembly assembly)
    {
        (Path, Assembly) = (path, assembly);
        Offered =
        [
            .. assembly.GetTypes()
                .Where(type => type.IsDefined(typeof(KdPluginAttribute), inherit: false))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .Select(type => new OfferedType(type)),
        ];
    }

    public string Path { get; }

    public Assembly Assembly { get; }

    public IReadOnlyList<OfferedType> Offered { get; }

    /// <summary>Loads the assembly; the contracts are those beside this program, everything else comes from the plugin's folder.</summary>
    public static PluginAssembly Load(string path)
    {
        var files = new AssemblyDependencyResolver(path);
        var context = new AssemblyLoadContext("plugin");
        context.Resolving += (_, name) => files.ResolveAssemblyToPath(name) is { } file ? context.LoadFromAssemblyPath(file) : null;
        return new PluginAssembly(path, context.LoadFromAssemblyPath(path));
    }

    // What the host brings would be there twice: two types of one name, or two libtorchs in one process.
    private IEnumerable<string> FindForeignFiles()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = System.IO.Path.GetRelativePath(folder, file);
            if (HostFiles.SharedAssemblies.Contains(System.IO.Path.GetFileNameWithoutExtension(file)) && file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                yield return $"KD2004: {name} would lie in the plugin's folder, and the host brings it. " +
                             "Refer to it with ExcludeAssets=\"runtime;native\" (a ProjectReference: Private=\"false\"), and delete the file.";
            else if (HostFiles.IsNativeFile(file) && HostFiles.IsReservedNative(file))
                yield return $"KD3001: {name} would lie in the plugin's folder, and the host brings libtorch and its family. Take the package that brings it out of the plugin.";
        }
    }

    /// <summary>Finds every wrong use of the attributes: a code, what is wrong, and the fix.</summary>
    public IEnumerable<string> FindProblems()
    {
        if (Offered.Count == 0) yield return "KD1000: no class has [KdPlugin]. Put [KdPlugin(\"my-id\")] on the class to offer.";
        foreach (var problem in Offered.SelectMany(offered => offered.FindProblems())) yield return problem;
        foreach (var problem in FindForeignFiles()) yield return problem;
        foreach (var twin in Offered.Where(o => o.Kinds.Count == 1).GroupBy(o => (o.Kinds[0], o.Id)).Where(g => g.Count() > 1))
            yield return $"KD1004: {string.Join(" and ", twin.Select(t => t.Type.FullName))} are both {twin.Key.Item1} '{twin.Key.Id}'. Give one another id.";
    }
}
