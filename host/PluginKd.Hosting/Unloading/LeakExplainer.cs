using System.Text.RegularExpressions;
using Microsoft.Diagnostics.Runtime;

namespace PluginKd.Hosting;

/// <summary>Says what holds packages that were unloaded and did not go: paths from a root of this process to something of theirs.</summary>
/// <remarks>Looks at a snapshot of the process, which takes about a second and a file as large as its memory.</remarks>
public static partial class LeakExplainer
{
    private const int MostPaths = 3;
    private const int LongestPath = 12;

    /// <summary>Explains what holds the classes of a package.</summary>
    /// <param name="manifest">The package.</param>
    /// <returns>A path a line, such as <c>static AppContext.ProcessExit → EventHandler → Acme.Handler</c>; empty when none was found.</returns>
    /// <exception cref="UserErrorException">No snapshot can be taken.</exception>
    public static IReadOnlyList<string> Explain(PluginManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        using var snapshot = TakeSnapshot();
        using var runtime = snapshot.ClrVersions[0].CreateRuntime();
        var entry = Path.Combine(manifest.Folder, manifest.Entry);
        var loaders = Loaders(runtime, entry);
        // An object of the plugin, or the object that stands for its code, which a delegate or a cached type keeps.
        bool IsTheirs(ClrObject found) => found.Type?.Module?.Name == entry || loaders.Contains(found.Address);
        var paths = new List<string>();
        foreach (var root in runtime.Heap.EnumerateRoots().Where(root => root.RootKind is not (ClrRootKind.FinalizerQueue or ClrRootKind.Stack)))
        {
            if (paths.Count == MostPaths) break;
            if (PathTo(root.Object, IsTheirs) is { } path) paths.Add($"{root.RootKind}: {string.Join(" → ", path.Select(found => loaders.Contains(found.Address) ? $"the code of {manifest.Id}" : Name(found)))}");
        }

        return [.. paths.Distinct()];
    }

    private static DataTarget TakeSnapshot()
    {
        try
        {
            return DataTarget.CreateSnapshotAndAttach(Environment.ProcessId);
        }
        catch (Exception error) when (error is ArgumentException or IOException or UnauthorizedAccessException or ClrDiagnosticsException)
        {
            throw new UserErrorException($"no snapshot of this process can be taken: {error.Message}", $"room for a file of about {Environment.WorkingSet >> 20} MiB or more",
                Path.GetTempPath(), "make room there, or name another folder with TMPDIR", error)
            {
                Kind = UserErrorKind.Run,
            };
        }
    }

    private static HashSet<ulong> Loaders(ClrRuntime runtime, string entry) =>
    [
        .. runtime.EnumerateModules().Where(module => module.Name == entry)
            .SelectMany(module => module.EnumerateTypeDefToMethodTableMap())
            .Select(type => runtime.GetTypeByMethodTable(type.MethodTable)?.LoaderAllocatorHandle ?? 0).Where(handle => handle != 0).Distinct()
            .Select(handle => runtime.DataTarget.DataReader.ReadPointer(handle)),
    ];

    private static List<ClrObject>? PathTo(ClrObject start, Func<ClrObject, bool> isWanted)
    {
        var from = new Dictionary<ulong, ClrObject>();
        var queue = new Queue<ClrObject>([start]);
        var seen = new HashSet<ulong> { start.Address };
        while (queue.TryDequeue(out var at))
        {
            if (isWanted(at)) return Unwound(at, from);
            foreach (var next in at.EnumerateReferences(carefully: true))
            {
                if (!next.IsValid || !seen.Add(next.Address)) continue;
                from[next.Address] = at;
                queue.Enqueue(next);
            }
        }

        return null;
    }

    private static List<ClrObject> Unwound(ClrObject end, Dictionary<ulong, ClrObject> from)
    {
        var path = new List<ClrObject> { end };
        while (from.TryGetValue(path[^1].Address, out var before)) path.Add(before);
        path.Reverse();
        // Who holds and what is held: the middle is what containers are made of.
        if (path.Count > LongestPath) path.RemoveRange(LongestPath / 2, path.Count - LongestPath);
        return path;
    }

    private static string Name(ClrObject found) => found.Type?.Name is { } name ? Namespaces().Replace(name, "") : "?";

    [GeneratedRegex(@"(\w+\.)+(?=\w)")]
    private static partial Regex Namespaces();
}
