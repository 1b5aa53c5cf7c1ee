using System.Diagnostics;
using System.Globalization;

namespace PluginKd.Hosting;

/// <summary>Tells a process from a later one that was given its number.</summary>
internal static class ProcessIdentity
{
    /// <summary>When a process began, in words that two processes agree on; null when there is none of that number.</summary>
    public static string? StartOf(int id)
    {
        try
        {
            if (OperatingSystem.IsLinux()) return LinuxStartOf(id);
            using var process = Process.GetProcessById(id);
            return process.HasExited ? null : process.StartTime.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Ticks since the machine began, and which beginning that was: a clock that is set anew changes neither.</summary>
    private static string? LinuxStartOf(int id)
    {
        // The name stands in brackets and may hold blanks and brackets itself.
        var stat = File.ReadAllText($"/proc/{id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var (state, ticks) = (fields[0], fields[19]);
        return state is "Z" or "X" ? null : $"{ticks} {File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}";
    }
}
