using System.Diagnostics;
using System.Globalization;

namespace PluginKd.Testing;

/// <summary>The most memory that a process had resident, from samples of <c>/proc</c>, in MiB.</summary>
/// <param name="Anonymous">Pages that the process alone holds, such as heaps and stacks.</param>
/// <param name="FileMapped">Pages of mapped files and of code: page cache, which the system takes back when it needs room.</param>
/// <param name="Resident">Both at their common peak, as the system counts it (VmHWM); of the process itself.</param>
public sealed record MemoryPeak(double Anonymous, double FileMapped, double Resident)
{
    private const int MillisecondsBetweenSamples = 20;

    /// <summary>Runs a .NET program to its end and watches its memory and that of the processes that it starts.</summary>
    public static async Task<(ProcessResult Result, MemoryPeak Peak)> OfAsync(string assembly, string folder, params string[] arguments)
    {
        using var process = ProcessResult.Start(assembly, folder, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = new MemoryPeak(0, 0, 0);
        for (var ended = process.WaitForExitAsync(); !ended.IsCompleted; await Task.WhenAny(ended, Task.Delay(MillisecondsBetweenSamples)))
        {
            var now = Family(process).Select(Now).Aggregate((a, b) => new MemoryPeak(a.Anonymous + b.Anonymous, a.FileMapped + b.FileMapped, a.Resident + b.Resident));
            peak = new MemoryPeak(Math.Max(peak.Anonymous, now.Anonymous), Math.Max(peak.FileMapped, now.FileMapped), Math.Max(peak.Resident, now.Resident));
        }

        return (new ProcessResult(process.ExitCode, await output, await error), peak);
    }

    private static List<int> Family(Process process)
    {
        List<int> found = [process.Id];
        for (var i = 0; i < found.Count; i++) found.AddRange(Children(found[i]));
        return found;
    }

    private static IEnumerable<int> Children(int id)
    {
        try
        {
            return [.. Directory.EnumerateDirectories($"/proc/{id}/task").SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(child => int.Parse(child, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            // It has ended meanwhile, or the kernel does not tell.
            return [];
        }
    }

    private static MemoryPeak Now(int id)
    {
        try
        {
            var lines = File.ReadLines($"/proc/{id}/status").Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2).ToDictionary(parts => parts[0], parts => parts[1].Trim());
            return new MemoryPeak(MiB(lines, "RssAnon"), MiB(lines, "RssFile"), MiB(lines, "VmHWM"));
        }
        catch (IOException)
        {
            return new MemoryPeak(0, 0, 0);
        }
    }

    private static double MiB(Dictionary<string, string> lines, string name) =>
        lines.TryGetValue(name, out var value) ? double.Parse(value.Split(' ')[0], CultureInfo.InvariantCulture) / 1024 : 0;
}
