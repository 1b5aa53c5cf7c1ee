using System.Diagnostics;

namespace PluginKd.Tool.Tests;

/// <summary>Processes that were started in a folder, and those that these started.</summary>
internal static class Processes
{
    public static IReadOnlyList<int> In(TemporaryFolder folder) => [.. Directory.EnumerateDirectories("/proc")
        .Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0).Where(id => id > 0 && Folder(id) == folder.Path)];

    /// <summary>As Ctrl-C in a terminal: every process of it gets the signal.</summary>
    public static async Task InterruptAsync(TemporaryFolder folder)
    {
        using var kill = Process.Start("kill", ["-INT", .. In(folder).Select(id => $"{id}")]);
        await kill.WaitForExitAsync();
    }

    private static string? Folder(int id)
    {
        try
        {
            return new FileInfo($"/proc/{id}/cwd").LinkTarget;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is somebody else's.
            return null;
        }
    }
}
